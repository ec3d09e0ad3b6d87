package io.openclustermanagement.api.cluster;

import org.jspecify.annotations.Nullable;

/**
 * How the chosen clusters are divided.
 *
 * @param groupStrategy how they are grouped
 */
public record DecisionStrategy(@Nullable GroupStrategy groupStrategy) {}
