/** How {@code ocm diff} shows what changes. */
@NullMarked
package io.openclustermanagement.cli.diff;

import org.jspecify.annotations.NullMarked;
