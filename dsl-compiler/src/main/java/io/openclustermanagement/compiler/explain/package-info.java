/** What each construct of a program becomes, and whose controllers run it where. */
@NullMarked
package io.openclustermanagement.compiler.explain;

import org.jspecify.annotations.NullMarked;
