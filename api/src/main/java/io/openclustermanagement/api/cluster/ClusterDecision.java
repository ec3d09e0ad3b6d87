package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A chosen cluster.
 *
 * @param clusterName the name of the cluster
 * @param reason upstream always writes the empty text
 * @param score the total of its scores
 */
public record ClusterDecision(
    @Property(required = true) String clusterName,
    @Property(required = true) String reason,
    @Nullable Long score) {}
