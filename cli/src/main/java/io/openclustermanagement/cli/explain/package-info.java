/** How the reasons for a decision are shown. */
@NullMarked
package io.openclustermanagement.cli.explain;

import org.jspecify.annotations.NullMarked;
