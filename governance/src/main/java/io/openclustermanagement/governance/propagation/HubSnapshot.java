package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.governance.Inventory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a hub knows that decides which policy reaches which cluster.
 *
 * @param policies the root policies
 * @param sets the sets of policies
 * @param bindings by namespace and name
 * @param decisions the clusters that each placement chooses; a placement that is not here does not
 *     exist
 * @param clusters by name
 * @param objects what hub templates can look up
 */
public record HubSnapshot(
    SortedMap<HubName, Policy> policies,
    SortedMap<HubName, PolicySet> sets,
    List<PlacementBinding> bindings,
    Map<HubName, List<String>> decisions,
    Map<String, ManagedCluster> clusters,
    Inventory objects) {
  private static final String ROOT_POLICY = PolicyLabels.ROOT_POLICY;

  public HubSnapshot {
    policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
    bindings = List.copyOf(bindings);
    decisions = Map.copyOf(decisions);
    clusters = Map.copyOf(clusters);
  }

  /**
   * The snapshot of objects, of which the kinds that do not matter are left out.
   *
   * <p>A policy with the label of a replica in the namespace of a cluster is no root policy.
   *
   * @param decisions the clusters that each placement chooses
   * @param lookups what hub templates can look up
   */
  public static HubSnapshot of(
      Collection<? extends KubernetesObject> objects,
      Map<HubName, List<String>> decisions,
      Inventory lookups) {
    SortedMap<HubName, Policy> policies = new TreeMap<>();
    SortedMap<HubName, PolicySet> sets = new TreeMap<>();
    List<PlacementBinding> bindings = new ArrayList<>();
    Map<String, ManagedCluster> clusters = new TreeMap<>();
    for (KubernetesObject object : objects) {
      switch (object) {
        case Policy policy -> policies.put(HubName.of(policy), policy);
        case PolicySet set -> sets.put(HubName.of(set), set);
        case PlacementBinding binding -> bindings.add(binding);
        case ManagedCluster cluster -> clusters.put(cluster.metadata().name(), cluster);
        default -> {} // of no concern to policies
      }
    }
    policies
        .values()
        .removeIf(
            policy ->
                policy.metadata().labels().containsKey(ROOT_POLICY)
                    && clusters.containsKey(HubName.of(policy).namespace()));
    bindings.sort(Comparator.comparing(HubName::of));
    return new HubSnapshot(policies, sets, bindings, decisions, clusters, lookups);
  }

  /** Whether a policy has templates that look something up on the hub. */
  public static boolean looksUp(Policy policy) {
    return HubTemplates.occurIn(policy);
  }
}
