package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;

/**
 * A named group of chosen clusters.
 *
 * @param groupName its name
 * @param groupClusterSelector which clusters belong to it
 */
public record DecisionGroup(
    @Property(required = true, pattern = Patterns.GROUP_NAME) String groupName,
    @Property(required = true) GroupClusterSelector groupClusterSelector) {}
