package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;

/**
 * A named group of chosen clusters.
 *
 * @param groupName its name
 * @param groupClusterSelector which clusters belong to it
 */
public record DecisionGroup(
    @Property(required = true, pattern = "^[a-zA-Z0-9][-A-Za-z0-9_.]{0,61}[a-zA-Z0-9]$")
        String groupName,
    @Property(required = true) GroupClusterSelector groupClusterSelector) {}
