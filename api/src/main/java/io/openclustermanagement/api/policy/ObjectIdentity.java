package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * Which object is meant.
 *
 * @param apiVersion group and version
 * @param kind the kind
 * @param metadata name and namespace
 */
public record ObjectIdentity(
    @Nullable String apiVersion, @Nullable String kind, @Nullable ObjectName metadata) {}
