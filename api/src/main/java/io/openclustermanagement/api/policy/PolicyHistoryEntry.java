package io.openclustermanagement.api.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a template, in the status of the policy.
 *
 * @param lastTimestamp when it came, in whole seconds
 * @param message the state and what it is about
 * @param eventName the event that brought it, with the time in nanoseconds
 */
public record PolicyHistoryEntry(
    @Nullable Instant lastTimestamp, @Nullable String message, @Nullable String eventName) {}
