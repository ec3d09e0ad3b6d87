/** What policies are judged by: the objects of a cluster. */
@NullMarked
package io.openclustermanagement.governance;

import org.jspecify.annotations.NullMarked;
