package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;

/**
 * A score.
 *
 * @param name its name
 * @param value how good the cluster is
 */
public record AddOnPlacementScoreItem(
    @Property(required = true) String name,
    @Property(required = true, minimum = -100, maximum = 100) Integer value) {}
