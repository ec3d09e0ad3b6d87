package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * A cluster that is left out.
 *
 * @param clusterName the name of the cluster
 */
public record PolicyPlacementExclusion(@Nullable String clusterName) {}
