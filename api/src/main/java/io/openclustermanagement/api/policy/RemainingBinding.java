package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * A further binding that chooses a cluster.
 *
 * @param placementBinding the name of the binding
 */
public record RemainingBinding(@Nullable String placementBinding) {}
