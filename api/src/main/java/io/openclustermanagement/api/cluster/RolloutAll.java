package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * All clusters at once.
 *
 * @param minSuccessTime how long a cluster has to be well before the next ones follow
 * @param progressDeadline after how long a cluster that is not ready counts as failed
 * @param maxFailures how many clusters may fail, a number or a percentage
 */
public record RolloutAll(
    @Property(defaultJson = "\"0\"") @Nullable String minSuccessTime,
    @Property(defaultJson = "\"None\"", pattern = Patterns.DEADLINE)
        @Nullable String progressDeadline,
    @Property(defaultJson = "0", pattern = Patterns.COUNT_OR_PERCENTAGE)
        @Nullable IntOrString maxFailures) {}
