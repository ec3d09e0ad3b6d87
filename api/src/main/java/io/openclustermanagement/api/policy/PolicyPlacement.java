package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a policy reaches clusters.
 *
 * @param placementBinding the name of the binding
 * @param placement the name of the placement
 * @param placementRule the name of the rule, the forerunner of placements
 * @param policySet the name of the set that brings the policy
 * @param decisions the chosen clusters
 * @param exclusions the clusters that the set leaves out
 */
public record PolicyPlacement(
    @Nullable String placementBinding,
    @Nullable String placement,
    @Nullable String placementRule,
    @Nullable String policySet,
    List<PolicyPlacementDecision> decisions,
    List<PolicyPlacementExclusion> exclusions) {
  public PolicyPlacement {
    decisions = Copies.of(decisions);
    exclusions = Copies.of(exclusions);
  }
}
