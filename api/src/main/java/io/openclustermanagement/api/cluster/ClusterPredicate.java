package io.openclustermanagement.api.cluster;

import org.jspecify.annotations.Nullable;

/**
 * One of the alternatives that make a cluster match.
 *
 * @param requiredClusterSelector what the cluster has to fulfil
 */
public record ClusterPredicate(@Nullable ClusterSelector requiredClusterSelector) {}
