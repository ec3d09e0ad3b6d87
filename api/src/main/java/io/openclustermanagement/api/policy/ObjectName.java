package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * The name of an object.
 *
 * @param name the name; {@code -} stands for any
 * @param namespace the namespace, if it has one
 */
public record ObjectName(@Nullable String name, @Nullable String namespace) {}
