package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.Property;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a template.
 *
 * @param lastTimestamp when it came
 * @param message the state and what it is about
 */
public record HistoryEntry(
    @Property(format = "date-time-micro") @Nullable Instant lastTimestamp,
    @Nullable String message) {}
