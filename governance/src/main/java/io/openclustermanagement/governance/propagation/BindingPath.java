package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.BindingSubject;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.PlacementKind;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyPlacement;
import io.openclustermanagement.api.policy.PolicyPlacementDecision;
import io.openclustermanagement.api.policy.PolicyPlacementExclusion;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.policy.PolicySetExclusion;
import io.openclustermanagement.api.policy.SubFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one binding does for one policy ({@code controllers/common/common_status_update.go} of the
 * propagator).
 *
 * @param binding the binding
 * @param chosen the clusters of its placement
 * @param reached those of them that no set leaves out
 * @param placements for the status of the policy
 */
record BindingPath(
    PlacementBinding binding,
    List<String> chosen,
    Set<String> reached,
    List<PolicyPlacement> placements) {

  /** The path of a binding to a policy of its namespace; without placements if there is none. */
  static BindingPath of(PlacementBinding binding, Policy policy, HubSnapshot hub) {
    String name = policy.metadata().name();
    boolean direct = isDirect(binding, name);
    Map<String, PolicySet> sets = sets(binding, name, hub);
    if (!direct && sets.isEmpty()) {
      return new BindingPath(binding, List.of(), Set.of(), List.of());
    }
    List<String> decided = decisions(binding, hub);
    List<String> chosen = policy.spec().disabled() || decided == null ? List.of() : decided;
    Set<String> reached = new LinkedHashSet<>(chosen);
    String placement = decided == null ? null : binding.placementRef().name();
    List<PolicyPlacement> placements = new ArrayList<>();
    if (direct) {
      placements.add(placement(binding, placement, null, Set.of(), chosen));
    }
    sets.forEach(
        (set, content) -> {
          Set<String> excluded = direct ? Set.of() : excluded(content, name, chosen);
          reached.removeAll(excluded);
          placements.add(placement(binding, placement, set, excluded, chosen));
        });
    return new BindingPath(binding, chosen, reached, placements);
  }

  /** Whether the binding only adds its overrides where others chose. */
  boolean restricted() {
    return binding.subFilter() == SubFilter.RESTRICTED;
  }

  /** Whether it raises the remediation; there is no other override. */
  boolean enforces() {
    return binding.bindingOverrides() != null
        && binding.bindingOverrides().remediationAction() != null;
  }

  String name() {
    return binding.metadata().name();
  }

  private static boolean isDirect(PlacementBinding binding, String policy) {
    return binding.subjects().stream()
        .anyMatch(
            each ->
                switch (each.kind()) {
                  case POLICY -> each.name().equals(policy);
                  case POLICY_SET -> false;
                });
  }

  /** The sets among the subjects that list the policy, each once. */
  private static Map<String, PolicySet> sets(
      PlacementBinding binding, String policy, HubSnapshot hub) {
    Map<String, PolicySet> sets = new LinkedHashMap<>();
    for (BindingSubject subject : binding.subjects()) {
      switch (subject.kind()) {
        case POLICY -> {}
        case POLICY_SET -> {
          PolicySet set =
              hub.sets().get(new HubName(HubName.of(binding).namespace(), subject.name()));
          if (set != null && set.spec().policies().contains(policy)) {
            sets.put(subject.name(), set);
          }
        }
      }
    }
    return sets;
  }

  /** The clusters of the placement; {@code null} if it does not exist. */
  static @Nullable List<String> decisions(PlacementBinding binding, HubSnapshot hub) {
    if (binding.placementRef().kind() == PlacementKind.PLACEMENT_RULE) {
      return null; // removed from upstream with its controller
    }
    return hub.decisions()
        .get(new HubName(HubName.of(binding).namespace(), binding.placementRef().name()));
  }

  private static Set<String> excluded(PolicySet set, String policy, List<String> chosen) {
    Set<String> excluded = new LinkedHashSet<>();
    for (PolicySetExclusion exclusion : set.spec().exclusions()) {
      if (exclusion.policyName().equals(policy)) {
        excluded.addAll(exclusion.clusterNames());
      }
    }
    excluded.retainAll(chosen);
    return excluded;
  }

  private static PolicyPlacement placement(
      PlacementBinding binding,
      @Nullable String placement,
      @Nullable String set,
      Set<String> excluded,
      List<String> chosen) {
    return new PolicyPlacement(
        binding.metadata().name(),
        placement,
        null,
        set,
        chosen.stream()
            .filter(each -> !excluded.contains(each))
            .map(each -> new PolicyPlacementDecision(each, each))
            .toList(),
        excluded.stream().map(PolicyPlacementExclusion::new).toList());
  }
}
