package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.BindingSubject;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.policy.PolicySetExclusion;
import io.openclustermanagement.api.policy.PolicySetExclusionStatus;
import io.openclustermanagement.api.policy.PolicySetPlacement;
import io.openclustermanagement.api.policy.PolicySetStatus;
import io.openclustermanagement.api.policy.SubFilter;
import io.openclustermanagement.api.policy.SubjectKind;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The state of sets of policies ({@code processPolicySet} of the propagator's {@code
 * controllers/policyset}): that of their policies on the clusters of their own bindings, without
 * what they exclude. Policies that are disabled or do not exist are left out.
 */
final class PolicySets {
  private final HubSnapshot hub;
  private final Map<HubName, PolicyResult> policies;

  PolicySets(HubSnapshot hub, Map<HubName, PolicyResult> policies) {
    this.hub = hub;
    this.policies = policies;
  }

  PolicySetResult result(PolicySet set) {
    List<PlacementBinding> bindings =
        hub.bindings().stream().filter(binding -> brings(binding, set)).toList();
    Set<String> clusters = new HashSet<>();
    bindings.stream()
        .filter(binding -> binding.subFilter() != SubFilter.RESTRICTED)
        .forEach(binding -> clusters.addAll(chosen(binding)));
    Members members = new Members();
    set.spec().policies().stream().distinct().forEach(name -> members.add(set, name, clusters));
    List<PolicySetExclusionStatus> exclusions = exclusions(set, clusters);
    VerdictState state = members.state();
    return new PolicySetResult(
        set,
        state,
        set.spec().policies().isEmpty()
            ? new PolicySetStatus(List.of(), null, List.of(), null)
            : new PolicySetStatus(
                bindings.stream().map(this::placement).toList(),
                state.compliance().orElse(null),
                exclusions,
                members.message(!exclusions.isEmpty())));
  }

  private static boolean brings(PlacementBinding binding, PolicySet set) {
    return HubName.of(binding).namespace().equals(HubName.of(set).namespace())
        && binding.subjects().stream().anyMatch(subject -> isSet(subject, set));
  }

  private static boolean isSet(BindingSubject subject, PolicySet set) {
    return subject.kind() == SubjectKind.POLICY_SET && subject.name().equals(set.metadata().name());
  }

  private List<String> chosen(PlacementBinding binding) {
    List<String> chosen = BindingPath.decisions(binding, hub);
    return chosen == null ? List.of() : chosen;
  }

  private PolicySetPlacement placement(PlacementBinding binding) {
    boolean exists = BindingPath.decisions(binding, hub) != null;
    return new PolicySetPlacement(
        binding.metadata().name(), exists ? binding.placementRef().name() : null, null);
  }

  private static List<PolicySetExclusionStatus> exclusions(PolicySet set, Set<String> clusters) {
    List<PolicySetExclusionStatus> exclusions = new ArrayList<>();
    for (PolicySetExclusion exclusion : set.spec().exclusions()) {
      TreeSet<String> left = new TreeSet<>(exclusion.clusterNames());
      left.retainAll(clusters);
      if (!left.isEmpty()) {
        exclusions.add(new PolicySetExclusionStatus(exclusion.policyName(), List.copyOf(left)));
      }
    }
    return exclusions;
  }

  /** The policies of one set by what is known of them. */
  private final class Members {
    private final List<String> pending = new ArrayList<>();
    private final List<String> disabled = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<VerdictState> states = new ArrayList<>();

    void add(PolicySet set, String name, Set<String> clusters) {
      PolicyResult policy = policies.get(new HubName(HubName.of(set).namespace(), name));
      if (policy == null) {
        missing.add(name);
      } else if (policy.policy().spec().disabled()) {
        disabled.add(name);
      } else {
        VerdictState state = VerdictState.worst(states(set, policy, clusters));
        states.add(state);
        switch (state) {
          case PENDING -> pending.add(name);
          case UNKNOWN -> unknown.add(name);
          case NON_COMPLIANT, ERROR, COMPLIANT -> {}
        }
      }
    }

    private List<VerdictState> states(PolicySet set, PolicyResult policy, Set<String> clusters) {
      Set<String> counted = new HashSet<>(clusters);
      set.spec().exclusions().stream()
          .filter(each -> each.policyName().equals(policy.name().name()))
          .forEach(each -> each.clusterNames().forEach(counted::remove));
      return policy.clusters().stream()
          .filter(each -> counted.contains(each.cluster()))
          .map(ReplicaResult::state)
          .toList();
    }

    /** Unknown as soon as one policy is, however bad the others are. */
    VerdictState state() {
      return unknown.isEmpty() ? VerdictState.worst(states) : VerdictState.UNKNOWN;
    }

    String message(boolean excludes) {
      List<String> parts = new ArrayList<>();
      part("Policies awaiting pending dependencies: ", pending, parts);
      part("Disabled policies: ", disabled, parts);
      part("No status provided while awaiting policy status: ", unknown, parts);
      part("Deleted policies: ", missing, parts);
      if (parts.isEmpty()) {
        parts.add("All policies are reporting status");
      }
      if (excludes) {
        parts.add("One or more policies were excluded. For details, see status.exclusions.");
      }
      return String.join("; ", parts);
    }

    private static void part(String title, List<String> names, List<String> parts) {
      if (!names.isEmpty()) {
        parts.add(title + String.join(", ", names));
      }
    }
  }
}
