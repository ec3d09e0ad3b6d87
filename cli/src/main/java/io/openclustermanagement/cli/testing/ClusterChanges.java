package io.openclustermanagement.cli.testing;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreStatus;
import io.openclustermanagement.api.cluster.ClusterConditions;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterSpec;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.ManagedClusterVersion;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.ConditionStatus;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.compiler.program.ClusterFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what a fleet or a {@code given} says of a cluster into the objects a hub would have. */
final class ClusterChanges {
  private static final String SAID_BY_TEST = "SaidByTest";

  private ClusterChanges() {}

  /** A cluster of which nothing is known but that the hub accepted it. */
  static ManagedCluster unknown(String name) {
    return new ManagedCluster(
        ObjectMeta.named(name),
        new ManagedClusterSpec(List.of(), true, null, List.of()),
        new ManagedClusterStatus(List.of(), Map.of(), Map.of(), null, List.of(), List.of()));
  }

  /**
   * The cluster after the facts: maps are merged, taints are added and begin now. The taints of a
   * cluster whose agent or API server is away follow its condition, as upstream's hub has it
   * ({@code pkg/registration/hub/taint}).
   */
  static ManagedCluster apply(ManagedCluster cluster, ClusterFacts facts, Instant now) {
    return new ManagedCluster(
        cluster.metadata().withLabels(merge(cluster.metadata().labels(), facts.labels())),
        new ManagedClusterSpec(List.of(), true, null, taints(cluster, facts, now)),
        status(cluster, facts, now));
  }

  private static ManagedClusterStatus status(
      ManagedCluster cluster, ClusterFacts facts, Instant now) {
    Map<String, Quantity> allocatable = merge(cluster.allocatable(), facts.allocatable());
    ManagedClusterStatus before = cluster.status();
    ManagedClusterVersion version = before == null ? null : before.version();
    return new ManagedClusterStatus(
        conditions(before == null ? List.of() : before.conditions(), facts, now),
        // Nothing else is known of the capacity, and without one a cluster gets no score.
        allocatable,
        allocatable,
        facts.version().map(ManagedClusterVersion::new).orElse(version),
        claims(merge(cluster.claims(), facts.claims())),
        List.of());
  }

  private static List<ManagedClusterClaim> claims(Map<String, String> claims) {
    return claims.entrySet().stream()
        .map(claim -> new ManagedClusterClaim(claim.getKey(), claim.getValue()))
        .toList();
  }

  private static List<Condition> conditions(
      List<Condition> before, ClusterFacts facts, Instant now) {
    Map<String, Condition> byType = new LinkedHashMap<>();
    before.forEach(condition -> byType.put(condition.type(), condition));
    facts
        .conditions()
        .forEach(
            (type, status) ->
                byType.put(type, new Condition(type, status, null, now, SAID_BY_TEST, "")));
    return List.copyOf(byType.values());
  }

  private static List<Taint> taints(ManagedCluster cluster, ClusterFacts facts, Instant now) {
    List<Taint> taints = new ArrayList<>(cluster.taints());
    for (ClusterFacts.Taint taint : facts.taints()) {
      taints.removeIf(old -> old.key().equals(taint.key()) && old.effect() == taint.effect());
      String value = taint.value().isEmpty() ? null : taint.value();
      taints.add(new Taint(taint.key(), value, taint.effect(), now));
    }
    ConditionStatus available = facts.conditions().get(ClusterConditions.AVAILABLE);
    if (available != null) {
      setTaint(taints, ClusterLabels.TAINT_UNAVAILABLE, available == ConditionStatus.FALSE, now);
      setTaint(taints, ClusterLabels.TAINT_UNREACHABLE, available == ConditionStatus.UNKNOWN, now);
    }
    return taints;
  }

  private static void setTaint(List<Taint> taints, String key, boolean wanted, Instant now) {
    boolean there = taints.stream().anyMatch(taint -> taint.key().equals(key));
    if (!wanted) {
      taints.removeIf(taint -> taint.key().equals(key));
    } else if (!there) {
      taints.add(new Taint(key, null, TaintEffect.NO_SELECT, now));
    }
  }

  /** The score objects of a cluster after the facts; scores by name are merged. */
  static List<AddOnPlacementScore> scores(
      String cluster, Map<String, Map<String, Integer>> scoresByResource) {
    List<AddOnPlacementScore> objects = new ArrayList<>();
    scoresByResource.forEach(
        (resource, scores) -> objects.add(score(ObjectMeta.named(cluster, resource), scores)));
    return objects;
  }

  /** What the facts say that a cluster has. */
  static List<GenericObject> resources(ClusterFacts facts) {
    return facts.resources().stream().map(each -> new GenericObject(each.object())).toList();
  }

  private static AddOnPlacementScore score(ObjectMeta metadata, Map<String, Integer> scores) {
    List<AddOnPlacementScoreItem> items =
        scores.entrySet().stream()
            .map(score -> new AddOnPlacementScoreItem(score.getKey(), score.getValue()))
            .toList();
    return new AddOnPlacementScore(metadata, new AddOnPlacementScoreStatus(List.of(), items, null));
  }

  private static <V> Map<String, V> merge(Map<String, V> before, Map<String, V> changes) {
    Map<String, V> merged = new LinkedHashMap<>(before);
    merged.putAll(changes);
    return merged;
  }
}
