package io.openclustermanagement.compiler;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreStatus;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterSpec;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.ManagedClusterVersion;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.compiler.program.ClusterFacts;
import io.openclustermanagement.compiler.program.FleetDefinition;
import io.openclustermanagement.compiler.program.FleetDefinition.FleetCluster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The objects that a fleet stands for, as a hub would have them. Capacity equals what is
 * allocatable, because a fleet says nothing else.
 *
 * @param clusters in the order of the fleet
 * @param scores in the order of the clusters
 */
public record FleetObjects(List<ManagedCluster> clusters, List<AddOnPlacementScore> scores) {

  public FleetObjects {
    clusters = List.copyOf(clusters);
    scores = List.copyOf(scores);
  }

  /**
   * All objects of a fleet.
   *
   * @param now when its taints were added and its conditions began
   */
  public static FleetObjects of(FleetDefinition fleet, Instant now) {
    List<ManagedCluster> clusters = new ArrayList<>();
    List<AddOnPlacementScore> scores = new ArrayList<>();
    for (FleetCluster each : fleet.clusters()) {
      for (String name : each.clusterNames()) {
        clusters.add(cluster(name, each.facts(), now));
        scores.addAll(scores(name, each.facts()));
      }
    }
    return new FleetObjects(clusters, scores);
  }

  /** One cluster with the given facts. */
  public static ManagedCluster cluster(String name, ClusterFacts facts, Instant now) {
    return new ManagedCluster(
        ObjectMeta.of(null, name, facts.labels()),
        new ManagedClusterSpec(
            List.of(), true, null, facts.taints().stream().map(each -> taint(each, now)).toList()),
        status(facts, now));
  }

  /** What a taint is on the hub if it begins now. */
  public static Taint taint(ClusterFacts.Taint taint, Instant now) {
    return new Taint(
        taint.key(), taint.value().isEmpty() ? null : taint.value(), taint.effect(), now);
  }

  private static ManagedClusterStatus status(ClusterFacts facts, Instant now) {
    return new ManagedClusterStatus(
        facts.conditions().entrySet().stream()
            .map(entry -> new Condition(entry.getKey(), entry.getValue(), null, now, "Fixture", ""))
            .toList(),
        facts.allocatable(),
        facts.allocatable(),
        new ManagedClusterVersion(facts.version().orElse(null)),
        facts.claims().entrySet().stream()
            .map(entry -> new ManagedClusterClaim(entry.getKey(), entry.getValue()))
            .toList(),
        List.of());
  }

  /** The scores of a cluster with the given facts. */
  public static List<AddOnPlacementScore> scores(String cluster, ClusterFacts facts) {
    return facts.scores().entrySet().stream()
        .map(entry -> score(cluster, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static AddOnPlacementScore score(
      String cluster, String resource, Map<String, Integer> values) {
    List<AddOnPlacementScoreItem> items =
        values.entrySet().stream()
            .map(entry -> new AddOnPlacementScoreItem(entry.getKey(), entry.getValue()))
            .toList();
    return new AddOnPlacementScore(
        ObjectMeta.named(cluster, resource), new AddOnPlacementScoreStatus(List.of(), items, null));
  }
}
