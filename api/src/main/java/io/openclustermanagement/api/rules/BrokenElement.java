package io.openclustermanagement.api.rules;

import org.jspecify.annotations.Nullable;

/**
 * An element or group for which a rule does not hold.
 *
 * @param key the element or group
 * @param message the message of the rule
 */
public record BrokenElement(@Nullable String key, @Nullable String message) {}
