package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;

/**
 * A namespace that a set wants on every member.
 *
 * @param name the name of the namespace
 */
public record ManagedNamespaceConfig(
    @Property(required = true, pattern = Patterns.DNS_LABEL, maxLength = 63) String name) {}
