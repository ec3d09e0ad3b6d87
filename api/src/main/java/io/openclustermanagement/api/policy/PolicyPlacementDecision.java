package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * A chosen cluster.
 *
 * @param clusterName the name of the cluster
 * @param clusterNamespace its namespace on the hub
 */
public record PolicyPlacementDecision(
    @Nullable String clusterName, @Nullable String clusterNamespace) {}
