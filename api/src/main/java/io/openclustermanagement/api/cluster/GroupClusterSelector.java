package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * Which clusters belong to a group; all parts have to hold.
 *
 * @param labelSelector terms over labels
 * @param claimSelector terms over claims
 */
public record GroupClusterSelector(
    @Nullable LabelSelector labelSelector, @Nullable ClusterClaimSelector claimSelector) {}
