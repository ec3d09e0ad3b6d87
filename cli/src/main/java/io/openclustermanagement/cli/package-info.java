/** The ocm command. */
@NullMarked
package io.openclustermanagement.cli;

import org.jspecify.annotations.NullMarked;
