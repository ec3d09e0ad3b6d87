package io.openclustermanagement.api.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A decision group that comes before the others.
 *
 * @param groupName the name of the group
 * @param groupIndex the index of the group, where it has no name
 */
public record MandatoryDecisionGroup(@Nullable String groupName, @Nullable Integer groupIndex) {}
