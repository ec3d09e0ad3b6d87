package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;

/**
 * A score that an add-on computes.
 *
 * @param resourceName the name of the {@link AddOnPlacementScore} in the namespace of the cluster
 * @param scoreName the name of the item in it
 */
public record AddOnScore(
    @Property(required = true) String resourceName, @Property(required = true) String scoreName) {}
