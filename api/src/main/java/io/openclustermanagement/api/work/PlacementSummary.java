package io.openclustermanagement.api.work;

import org.jspecify.annotations.Nullable;

/**
 * How many works of a placement are in which state.
 *
 * @param name the name of the placement
 * @param availableDecisionGroups how many groups there are, and how many clusters of them have the
 *     work
 * @param summary the works
 */
public record PlacementSummary(
    @Nullable String name,
    @Nullable String availableDecisionGroups,
    @Nullable ManifestWorkReplicaSetSummary summary) {}
