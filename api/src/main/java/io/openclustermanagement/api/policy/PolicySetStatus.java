package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a set.
 *
 * @param placement through what the set reaches clusters
 * @param compliant the state over all policies; absent while it is unknown
 * @param exclusions which policies did not reach which clusters
 * @param statusMessage what keeps the state from being known
 */
public record PolicySetStatus(
    List<PolicySetPlacement> placement,
    @Nullable ComplianceState compliant,
    List<PolicySetExclusionStatus> exclusions,
    @Nullable String statusMessage) {
  public PolicySetStatus {
    placement = Copies.of(placement);
    exclusions = Copies.of(exclusions);
  }
}
