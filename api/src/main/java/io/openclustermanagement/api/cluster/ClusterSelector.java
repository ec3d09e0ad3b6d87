package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster has to fulfil; all parts have to hold.
 *
 * @param labelSelector terms over labels
 * @param claimSelector terms over claims
 * @param celSelector expressions over the whole object
 */
public record ClusterSelector(
    @Nullable LabelSelector labelSelector,
    @Nullable ClusterClaimSelector claimSelector,
    @Nullable ClusterCelSelector celSelector) {}
