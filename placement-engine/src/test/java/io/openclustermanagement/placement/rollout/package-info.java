/** Tests of the order of rollouts. */
@NullMarked
package io.openclustermanagement.placement.rollout;

import org.jspecify.annotations.NullMarked;
