package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A property that a cluster reports about itself.
 *
 * @param name the name of the claim
 * @param value its value
 */
public record ManagedClusterClaim(
    @Property(minLength = 1, maxLength = 253) @Nullable String name,
    @Property(minLength = 1, maxLength = 1024) @Nullable String value) {}
