package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.meta.ConditionStatus;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a fleet or a {@code given} says of a cluster.
 *
 * @param labels with the label of the cluster set
 * @param version as the API has it, such as {@code v1.31.2}
 * @param allocatable amounts by resource
 * @param conditions status by condition type
 * @param scores by AddOnPlacementScore, then by score name
 * @param resources what the cluster has
 */
public record ClusterFacts(
    Map<String, String> labels,
    Map<String, String> claims,
    Optional<String> version,
    Map<String, Quantity> allocatable,
    List<Taint> taints,
    Map<String, ConditionStatus> conditions,
    Map<String, Map<String, Integer>> scores,
    List<Manifest> resources) {

  /** Nothing said. */
  public static final ClusterFacts NONE =
      new ClusterFacts(
          Map.of(), Map.of(), Optional.empty(), Map.of(), List.of(), Map.of(), Map.of(), List.of());

  public ClusterFacts {
    labels = copy(labels);
    claims = copy(claims);
    allocatable = copy(allocatable);
    taints = List.copyOf(taints);
    conditions = copy(conditions);
    scores = copy(scores);
    resources = List.copyOf(resources);
  }

  /**
   * These facts seen from a cluster that is {@code like} this one, or that is changed by a {@code
   * given}: maps are merged, a list of taints or of resources replaces the one of the parent where
   * it has any.
   */
  public ClusterFacts overlaidWith(ClusterFacts own) {
    return merged(
        own,
        own.taints.isEmpty() ? taints : own.taints,
        own.resources.isEmpty() ? resources : own.resources);
  }

  /** What two clauses of one cluster say together. */
  public ClusterFacts and(ClusterFacts more) {
    return merged(more, joined(taints, more.taints), joined(resources, more.resources));
  }

  private ClusterFacts merged(
      ClusterFacts own, List<Taint> allTaints, List<Manifest> allResources) {
    Map<String, Map<String, Integer>> allScores = new LinkedHashMap<>(scores);
    own.scores.forEach((each, values) -> allScores.merge(each, values, ClusterFacts::merge));
    return new ClusterFacts(
        merge(labels, own.labels),
        merge(claims, own.claims),
        own.version.or(() -> version),
        merge(allocatable, own.allocatable),
        allTaints,
        merge(conditions, own.conditions),
        allScores,
        allResources);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  public static ClusterFacts ofLabels(Map<String, String> labels) {
    return new ClusterFacts(
        labels, Map.of(), Optional.empty(), Map.of(), List.of(), Map.of(), Map.of(), List.of());
  }

  public static ClusterFacts ofClaims(Map<String, String> claims) {
    return new ClusterFacts(
        Map.of(), claims, Optional.empty(), Map.of(), List.of(), Map.of(), Map.of(), List.of());
  }

  public static ClusterFacts ofVersion(String version) {
    return new ClusterFacts(
        Map.of(),
        Map.of(),
        Optional.of(version),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  public static ClusterFacts ofAllocatable(Map<String, Quantity> amounts) {
    return new ClusterFacts(
        Map.of(), Map.of(), Optional.empty(), amounts, List.of(), Map.of(), Map.of(), List.of());
  }

  public static ClusterFacts ofTaints(List<Taint> taints) {
    return new ClusterFacts(
        Map.of(), Map.of(), Optional.empty(), Map.of(), taints, Map.of(), Map.of(), List.of());
  }

  public static ClusterFacts ofConditions(Map<String, ConditionStatus> conditions) {
    return new ClusterFacts(
        Map.of(), Map.of(), Optional.empty(), Map.of(), List.of(), conditions, Map.of(), List.of());
  }

  public static ClusterFacts ofScores(Map<String, Map<String, Integer>> scores) {
    return new ClusterFacts(
        Map.of(), Map.of(), Optional.empty(), Map.of(), List.of(), Map.of(), scores, List.of());
  }

  public static ClusterFacts ofResources(List<Manifest> resources) {
    return new ClusterFacts(
        Map.of(), Map.of(), Optional.empty(), Map.of(), List.of(), Map.of(), Map.of(), resources);
  }

  /** A taint; {@code value} is empty where it has none. */
  public record Taint(String key, String value, TaintEffect effect, Origin origin) {}

  private static <V> Map<String, V> merge(Map<String, V> parent, Map<String, V> own) {
    Map<String, V> merged = new LinkedHashMap<>(parent);
    merged.putAll(own);
    return merged;
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
