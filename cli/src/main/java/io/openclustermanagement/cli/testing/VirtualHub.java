package io.openclustermanagement.cli.testing;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.ManagedClusterSetBindingSpec;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.compiler.program.ClusterFacts;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.fleetrule.GivenStates;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A hub as a test sees it: a fleet that {@code given} changes, a clock that {@code after} moves,
 * and the decisions that it has made so far. A placement is decided when an expectation asks for
 * it, and the next decision sees this one, as on a real hub.
 */
final class VirtualHub {
  /** No namespace of a hub has such a name. */
  private static final String MEMBERS = "_members";

  private final Function<Fleet, Scheduler> schedulers;
  private final Map<String, List<GenericObject>> resources;
  private Fleet fleet;
  private final GivenStates given = new GivenStates();
  private Instant now;

  /**
   * @param resources what clusters have, by name; of others nothing is known
   */
  VirtualHub(
      Function<Fleet, Scheduler> schedulers,
      Fleet fleet,
      Map<String, List<GenericObject>> resources,
      Instant now) {
    this.schedulers = schedulers;
    this.fleet = fleet;
    this.resources = new LinkedHashMap<>(resources);
    this.now = now;
  }

  Fleet fleet() {
    return fleet;
  }

  Instant now() {
    return now;
  }

  /** How clusters are taken to stand with policies, whatever they have. */
  GivenStates given() {
    return given;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  /** From here on the facts hold of a cluster, which need not have been there. */
  void change(String cluster, ClusterFacts facts) {
    ManagedCluster known = fleet.cluster(cluster);
    ManagedCluster before = known == null ? ClusterChanges.unknown(cluster) : known;
    fleet = fleet.with(ClusterChanges.apply(before, facts, now));
    for (AddOnPlacementScore score : ClusterChanges.scores(cluster, mergedScores(cluster, facts))) {
      fleet = fleet.with(score);
    }
    if (!facts.resources().isEmpty()) {
      List<GenericObject> objects = new ArrayList<>(resources.getOrDefault(cluster, List.of()));
      objects.addAll(ClusterChanges.resources(facts));
      resources.put(cluster, objects);
    }
  }

  /** The objects of each cluster of which some are known. */
  Map<String, Inventory> inventories() {
    Map<String, Inventory> inventories = new LinkedHashMap<>();
    resources.forEach(
        (cluster, objects) ->
            inventories.put(cluster, Inventory.of(objects, KubernetesSchemas.builtIn())));
    return inventories;
  }

  private Map<String, Map<String, Integer>> mergedScores(String cluster, ClusterFacts facts) {
    Map<String, Map<String, Integer>> merged = new LinkedHashMap<>();
    facts
        .scores()
        .forEach(
            (resource, scores) -> {
              Map<String, Integer> all = new LinkedHashMap<>(knownScores(cluster, resource));
              all.putAll(scores);
              merged.put(resource, all);
            });
    return merged;
  }

  private Map<String, Integer> knownScores(String cluster, String resource) {
    AddOnPlacementScore known = fleet.find(cluster, resource);
    Map<String, Integer> scores = new LinkedHashMap<>();
    if (known != null && known.status() != null) {
      for (AddOnPlacementScoreItem item : known.status().scores()) {
        scores.put(item.name(), item.value());
      }
    }
    return scores;
  }

  /** Decides a placement and keeps the decision. */
  PlacementResult decide(Placement placement) {
    PlacementResult result = schedulers.apply(fleet).schedule(placement, now);
    String namespace = placement.metadata().namespace();
    List<PlacementDecision> old =
        fleet.decisions(namespace == null ? "" : namespace, placement.metadata().name());
    for (PlacementDecision decision : old) {
      fleet = fleet.without(decision);
    }
    for (PlacementDecision decision : result.placementDecisions()) {
      fleet = fleet.with(decision);
    }
    return result;
  }

  /**
   * The members of a cluster set, by name: what a placement may choose that wants only this set.
   */
  List<String> members(String clusterSet) {
    ObjectMeta metadata = ObjectMeta.named(MEMBERS, clusterSet);
    Fleet bound =
        fleet.with(
            new ManagedClusterSetBinding(
                metadata, new ManagedClusterSetBindingSpec(clusterSet), null));
    PlacementSpec spec =
        new PlacementSpec(
            List.of(clusterSet), null, List.of(), null, null, List.of(), null, null, null);
    return schedulers
        .apply(bound)
        .schedule(new Placement(metadata, spec, null), now)
        .availableClusters();
  }
}
