package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
      FleetState state,
      PolicyEvaluator evaluator,
      Propagation propagation,
      Map<String, ClusterEvaluation> known,
      Map<HubName, PolicyResult> knownPolicies) {
    this.state = state;
    this.evaluator = evaluator;
    this.propagation = propagation;
    this.clusters = new TreeMap<>(clusters(known));
    this.policies = new PolicyRollUp(propagation, clusters).results(known, knownPolicies);
  }

  /** The evaluation of each cluster; clusters have nothing to do with each other. */
  private Map<String, ClusterEvaluation> clusters(Map<String, ClusterEvaluation> known) {
    return propagation.clusters().entrySet().parallelStream()
        .collect(
            Collectors.toConcurrentMap(
                Map.Entry::getKey,
                entry -> {
                  String cluster = entry.getKey();
                  return ClusterEvaluation.of(
                      entry.getValue(), clusterState(cluster), evaluator, known.get(cluster));
                }));
  }

  /** Evaluates everything. */
  public static FleetEvaluation of(FleetState state, PolicyEvaluator evaluator) {
    Propagation propagation = Propagation.of(state.hub(), state.now());
    return new FleetEvaluation(state, evaluator, propagation, Map.of(), Map.of());
  }

  /**
   * Evaluates a fleet that has much in common with this one. Of the hub, of clusters and of
   * objects, those that are the same instances have not changed.
   */
  public FleetEvaluation update(FleetState changed) {
    Propagation next = Propagation.of(changed.hub(), changed.now(), propagation);
    return new FleetEvaluation(changed, evaluator, next, clusters, policies);
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
}
