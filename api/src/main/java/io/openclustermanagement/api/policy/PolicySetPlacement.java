package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a set reaches clusters.
 *
 * @param placementBinding the name of the binding
 * @param placement the name of the placement
 * @param placementRule the name of the rule, the forerunner of placements
 */
public record PolicySetPlacement(
    @Nullable String placementBinding,
    @Nullable String placement,
    @Nullable String placementRule) {}
