/**
 * How policies reach clusters and what comes back: bindings and placements make a replicated policy
 * of each policy on each cluster, its templates are judged there, and verdicts are put together for
 * policies, sets of policies and the fleet.
 */
@NullMarked
package io.openclustermanagement.governance.propagation;

import org.jspecify.annotations.NullMarked;
