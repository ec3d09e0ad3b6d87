package io.openclustermanagement.api.work;

import io.openclustermanagement.api.cluster.RolloutStrategy;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A placement in the same namespace.
 *
 * @param name the name
 * @param rolloutStrategy in which order its clusters get the work
 */
public record LocalPlacementReference(
    @Property(required = true, minLength = 1) String name,
    @Property(defaultJson = "{\"type\": \"All\", \"all\": {\"progressDeadline\": \"None\"}}")
        @Nullable RolloutStrategy rolloutStrategy) {}
