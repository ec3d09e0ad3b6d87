package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyPlacement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides which clusters policies reach ({@code getAllClusterDecisions} and {@code
 * GetClusterDecisions} of the propagator):
 *
 * <ul>
 *   <li>Bindings without {@code subFilter} put the policy on the clusters of their placement.
 *   <li>Restricted bindings only add their override on clusters that others chose. A cluster of
 *       which only they speak has no part in the state of the policy; upstream lists it without a
 *       state, which keeps the policy unknown for ever.
 *   <li>An override can only raise the remediation, and one binding is enough.
 *   <li>A set does not bring a policy to the clusters that it excludes for it; another binding, or
 *       the same binding if it names the policy itself, still does.
 * </ul>
 */
final class Distributor {
  private static final Comparator<PolicyPlacement> ORDER =
      Comparator.comparing(Distributor::sortKey);

  private final HubSnapshot hub;
  private final Map<String, List<PlacementBinding>> bindings = new HashMap<>();

  Distributor(HubSnapshot hub) {
    this.hub = hub;
    for (PlacementBinding binding : hub.bindings()) {
      bindings
          .computeIfAbsent(HubName.of(binding).namespace(), _ -> new ArrayList<>())
          .add(binding);
    }
  }

  /** Where a policy goes. */
  Distribution distribute(Policy policy) {
    List<BindingPath> paths =
        bindings.getOrDefault(HubName.of(policy).namespace(), List.of()).stream()
            .map(binding -> BindingPath.of(binding, policy, hub))
            .filter(path -> !path.placements().isEmpty())
            .toList();
    Map<String, List<BindingPath>> byCluster = new TreeMap<>();
    paths.stream().filter(path -> !path.restricted()).forEach(path -> add(path, byCluster));
    TreeSet<String> restrictedOnly = new TreeSet<>();
    List<PolicyPlacement> placements = new ArrayList<>();
    for (BindingPath path : paths) {
      boolean meets = !path.restricted();
      if (path.restricted()) {
        for (String cluster : path.reached()) {
          List<BindingPath> others = byCluster.get(cluster);
          if (others == null) {
            restrictedOnly.add(cluster);
          } else {
            others.add(path);
            meets = true;
          }
        }
      }
      if (meets) {
        placements.addAll(path.placements());
      }
    }
    placements.sort(ORDER);
    return new Distribution(policy, placements, assignments(paths, byCluster), restrictedOnly);
  }

  private static void add(BindingPath path, Map<String, List<BindingPath>> byCluster) {
    for (String cluster : path.reached()) {
      byCluster.computeIfAbsent(cluster, _ -> new ArrayList<>(1)).add(path);
    }
  }

  private static SortedMap<String, Assignment> assignments(
      List<BindingPath> paths, Map<String, List<BindingPath>> byCluster) {
    List<BindingPath> excluding =
        paths.stream().filter(path -> path.chosen().size() > path.reached().size()).toList();
    SortedMap<String, Assignment> assignments = new TreeMap<>();
    byCluster.forEach(
        (cluster, through) ->
            assignments.put(
                cluster,
                new Assignment(
                    cluster,
                    through.stream().map(BindingPath::name).sorted().toList(),
                    enforcing(through),
                    excluding.stream()
                        .anyMatch(
                            path ->
                                path.chosen().contains(cluster)
                                    && !path.reached().contains(cluster)))));
    return assignments;
  }

  private static Optional<String> enforcing(List<BindingPath> paths) {
    return paths.stream()
        .filter(BindingPath::enforces)
        .map(BindingPath::name)
        .min(Comparator.naturalOrder());
  }

  private static String sortKey(PolicyPlacement placement) {
    return placement.placementBinding()
        + " "
        + Objects.requireNonNullElse(placement.placement(), "")
        + " "
        + Objects.requireNonNullElse(placement.placementRule(), "")
        + " "
        + Objects.requireNonNullElse(placement.policySet(), "");
  }
}
