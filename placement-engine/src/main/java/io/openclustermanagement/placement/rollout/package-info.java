/** In which order the clusters of a placement get something new. */
@NullMarked
package io.openclustermanagement.placement.rollout;

import org.jspecify.annotations.NullMarked;
