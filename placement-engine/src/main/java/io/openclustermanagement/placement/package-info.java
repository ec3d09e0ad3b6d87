/** Which clusters a Placement chooses, why, and why not. */
@NullMarked
package io.openclustermanagement.placement;

import org.jspecify.annotations.NullMarked;
