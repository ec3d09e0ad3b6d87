package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Which set a namespace may use.
 *
 * @param clusterSet the name of the set; a hub requires the binding to have the same name
 */
public record ManagedClusterSetBindingSpec(@Property(minLength = 1) @Nullable String clusterSet) {}
