/** The {@code ocm} command: everything with a side effect, around engines that have none. */
@NullMarked
package io.openclustermanagement.cli;

import org.jspecify.annotations.NullMarked;
