package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyPlacement;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Which clusters a policy reaches.
 *
 * @param policy the root policy
 * @param placements through what, as the status of the policy says it
 * @param assignments by the name of the cluster; none for a policy that is disabled
 * @param restrictedOnly clusters of which only restricted bindings speak: the policy does not reach
 *     them
 */
public record Distribution(
    Policy policy,
    List<PolicyPlacement> placements,
    SortedMap<String, Assignment> assignments,
    SortedSet<String> restrictedOnly) {

  public Distribution {
    placements = List.copyOf(placements);
  }

  /** The name of the policy. */
  public HubName name() {
    return HubName.of(policy);
  }
}
