package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * The value of a claim.
 *
 * @param value the value
 */
public record ClusterClaimSpec(@Property(minLength = 1, maxLength = 1024) @Nullable String value) {}
