/**
 * Rules over the fleet: whether each holds, fails, or cannot be decided because of clusters that
 * nothing is heard of, and which clusters those are.
 */
@NullMarked
package io.openclustermanagement.governance.fleetrule;

import org.jspecify.annotations.NullMarked;
