package io.openclustermanagement.api.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Versions on a cluster.
 *
 * @param kubernetes the version of Kubernetes, such as {@code v1.33.1}
 */
public record ManagedClusterVersion(@Nullable String kubernetes) {}
