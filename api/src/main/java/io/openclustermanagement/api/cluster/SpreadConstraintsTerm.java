package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the numbers of chosen clusters in the parts of a topology close to each other.
 *
 * @param topologyKey the label or claim that names the part, such as a region
 * @param topologyKeyType whether the key is a label or a claim
 * @param maxSkew by how much the numbers may differ
 * @param whenUnsatisfiable what happens when that cannot be kept
 */
public record SpreadConstraintsTerm(
    @Property(required = true, pattern = Patterns.TOPOLOGY_KEY, maxLength = 316) String topologyKey,
    @Property(required = true) TopologyKeyType topologyKeyType,
    @Property(defaultJson = "1", minimum = 1) @Nullable Integer maxSkew,
    @Property(defaultJson = "\"ScheduleAnyway\"")
        @Nullable UnsatisfiableMaxSkewAction whenUnsatisfiable) {}
