package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.HubName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How clusters are taken to stand with policies and sets of policies, whatever they have. */
public final class GivenStates {
  private final Map<HubName, Map<String, VerdictState>> policies = new HashMap<>();
  private final Map<HubName, Map<String, VerdictState>> sets = new HashMap<>();

  /** From here on a cluster is taken to stand so with a policy. */
  public void policy(HubName policy, String cluster, VerdictState state) {
    policies.computeIfAbsent(policy, _ -> new HashMap<>()).put(cluster, state);
  }

  /** From here on a cluster is taken to stand so with a set, whatever its policies say. */
  public void set(HubName set, String cluster, VerdictState state) {
    sets.computeIfAbsent(set, _ -> new HashMap<>()).put(cluster, state);
  }

  /** What is given of a policy on a cluster. */
  public Optional<VerdictState> ofPolicy(HubName policy, String cluster) {
    return Optional.ofNullable(policies.getOrDefault(policy, Map.of()).get(cluster));
  }

  /** What is given of a set on a cluster. */
  Optional<VerdictState> ofSet(HubName set, String cluster) {
    return Optional.ofNullable(sets.getOrDefault(set, Map.of()).get(cluster));
  }
}
