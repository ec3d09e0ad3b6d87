package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a whole fleet stands with the policies of its hub: each policy goes where its bindings and
 * placements put it, its templates are judged by the objects of each cluster, and the verdicts are
 * put together for policies, sets of policies and the fleet.
 *
 * <p>An evaluation does not change. {@link #update} makes the next one from it and judges anew only
 * what may have changed.
 */
public final class FleetEvaluation {
  private final FleetState state;
  private final PolicyEvaluator evaluator;
  private final Propagation propagation;
  private final SortedMap<String, ClusterEvaluation> clusters;
  private final SortedMap<HubName, PolicyResult> policies;

  private FleetEvaluation(
      FleetState state, PolicyEvaluator evaluator, @Nullable FleetEvaluation previous) {
    this.state = state;
    this.evaluator = evaluator;
    this.propagation =
        Propagation.of(state.hub(), state.now(), previous == null ? null : previous.propagation);
    this.clusters = new TreeMap<>();
    propagation
        .clusters()
        .forEach(
            (cluster, replicas) ->
                clusters.put(
                    cluster,
                    ClusterEvaluation.of(
                        replicas,
                        clusterState(cluster),
                        evaluator,
                        previous == null ? null : previous.clusters.get(cluster))));
    this.policies = policyResults();
  }

  /** Evaluates everything. */
  public static FleetEvaluation of(FleetState state, PolicyEvaluator evaluator) {
    return new FleetEvaluation(state, evaluator, null);
  }

  /**
   * Evaluates a fleet that has much in common with this one. Of the hub, of clusters and of
   * objects, those that are the same instances have not changed.
   */
  public FleetEvaluation update(FleetState changed) {
    return new FleetEvaluation(changed, evaluator, this);
  }

  /** What was evaluated. */
  public FleetState state() {
    return state;
  }

  /** How the fleet stands with each policy. */
  public SortedMap<HubName, PolicyResult> policies() {
    return Collections.unmodifiableSortedMap(policies);
  }

  /** How the fleet stands with each set of policies. */
  public List<PolicySetResult> policySets() {
    PolicySets sets = new PolicySets(state.hub(), policies);
    return state.hub().sets().values().stream().map(sets::result).toList();
  }

  /** What each cluster gets and how it stands with it, by the name of the cluster. */
  public Map<String, List<ReplicaResult>> clusters() {
    Map<String, List<ReplicaResult>> results = new TreeMap<>();
    clusters.forEach((cluster, evaluation) -> results.put(cluster, evaluation.results()));
    return results;
  }

  /** The clusters that get policies and of whose objects nothing is known, by name. */
  public List<String> unknownClusters() {
    return clusters.keySet().stream()
        .filter(cluster -> !state.inventories().containsKey(cluster))
        .toList();
  }

  /** Bindings that lead nowhere. */
  public List<LooseEnd> looseEnds() {
    return LooseEnd.of(state.hub());
  }

  /** How many policies on clusters are in each state. */
  public Map<VerdictState, Integer> counts() {
    Map<VerdictState, Integer> counts = new EnumMap<>(VerdictState.class);
    clusters
        .values()
        .forEach(
            cluster ->
                cluster.results().forEach(each -> counts.merge(each.state(), 1, Integer::sum)));
    return counts;
  }

  /** The worst state of a policy on a cluster; unknown for a fleet without any. */
  public VerdictState worst() {
    return VerdictState.worst(counts().keySet());
  }

  private Optional<ClusterState> clusterState(String cluster) {
    Inventory inventory = state.inventories().get(cluster);
    return inventory == null
        ? Optional.empty()
        : Optional.of(
            new ClusterState(
                cluster,
                Optional.ofNullable(state.hub().clusters().get(cluster)),
                inventory,
                state.now()));
  }

  private SortedMap<HubName, PolicyResult> policyResults() {
    Map<HubName, List<ReplicaResult>> byPolicy = new HashMap<>();
    for (ClusterEvaluation cluster : clusters.values()) {
      for (ReplicaResult result : cluster.results()) {
        byPolicy.computeIfAbsent(result.replica().rootName(), _ -> new ArrayList<>()).add(result);
      }
    }
    SortedMap<HubName, PolicyResult> results = new TreeMap<>();
    propagation
        .distributions()
        .forEach(
            (name, distribution) ->
                results.put(
                    name, new PolicyResult(distribution, byPolicy.getOrDefault(name, List.of()))));
    return results;
  }
}
