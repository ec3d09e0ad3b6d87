package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.configuration.ObjectAction;
import io.openclustermanagement.governance.configuration.ObjectDiff;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changes when one state of a fleet takes the place of another.
 *
 * @param placements that gain or lose clusters, by name
 * @param verdicts on policies that change, come or go, by policy and cluster
 * @param objects what enforcement does on clusters that it would not do anyway, by cluster
 * @param undecided clusters without an inventory whose policies change, by name
 */
public record FleetDiff(
    List<PlacementChange> placements,
    List<VerdictChange> verdicts,
    List<ObjectChange> objects,
    List<String> undecided) {

  public FleetDiff {
    placements = List.copyOf(placements);
    verdicts = List.copyOf(verdicts);
    objects = List.copyOf(objects);
    undecided = List.copyOf(undecided);
  }

  /** The clusters that a placement gains and loses, by name. */
  public record PlacementChange(HubName placement, List<String> gained, List<String> lost) {
    public PlacementChange {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }
  }

  /**
   * How a cluster stands with a policy before and after.
   *
   * @param before empty if the policy was not there
   * @param after empty if the policy is not there any more
   * @param messages of the templates that do not hold afterwards
   */
  public record VerdictChange(
      HubName policy,
      String cluster,
      Optional<VerdictState> before,
      Optional<VerdictState> after,
      List<String> messages) {
    public VerdictChange {
      messages = List.copyOf(messages);
    }
  }

  /** What enforcing a policy does to an object of a cluster. */
  public record ObjectChange(
      String cluster, HubName policy, ObjectAction action, ObjectResult object) {}

  /** Whether nothing changes, as far as that is known. */
  public boolean isEmpty() {
    return placements.isEmpty() && verdicts.isEmpty() && objects.isEmpty();
  }

  /** The difference between two evaluations of the same clusters. */
  public static FleetDiff of(FleetEvaluation before, FleetEvaluation after) {
    return new FleetDiff(
        placements(before.state().hub(), after.state().hub()),
        verdicts(byPolicy(before), byPolicy(after)),
        objects(before, after),
        undecided(before, after));
  }

  private static List<PlacementChange> placements(HubSnapshot before, HubSnapshot after) {
    Set<HubName> names = new TreeSet<>(before.decisions().keySet());
    names.addAll(after.decisions().keySet());
    List<PlacementChange> changes = new ArrayList<>();
    for (HubName name : names) {
      List<String> then = before.decisions().getOrDefault(name, List.of());
      List<String> now = after.decisions().getOrDefault(name, List.of());
      PlacementChange change = new PlacementChange(name, without(now, then), without(then, now));
      if (!change.gained().isEmpty() || !change.lost().isEmpty()) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static List<String> without(List<String> all, List<String> some) {
    Set<String> left = new TreeSet<>(all);
    some.forEach(left::remove);
    return List.copyOf(left);
  }

  /** A policy on a cluster. */
  private record Place(HubName policy, String cluster) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = policy.compareTo(other.policy);
      return order == 0 ? cluster.compareTo(other.cluster) : order;
    }
  }

  private static Map<Place, ReplicaResult> byPolicy(FleetEvaluation evaluation) {
    Map<Place, ReplicaResult> results = new HashMap<>();
    evaluation
        .clusters()
        .forEach(
            (cluster, all) ->
                all.forEach(
                    each -> results.put(new Place(each.replica().rootName(), cluster), each)));
    return results;
  }

  private static List<VerdictChange> verdicts(
      Map<Place, ReplicaResult> before, Map<Place, ReplicaResult> after) {
    Set<Place> places = new TreeSet<>(before.keySet());
    places.addAll(after.keySet());
    List<VerdictChange> changes = new ArrayList<>();
    for (Place place : places) {
      Optional<ReplicaResult> now = Optional.ofNullable(after.get(place));
      Optional<VerdictState> was = Optional.ofNullable(before.get(place)).map(ReplicaResult::state);
      Optional<VerdictState> is = now.map(ReplicaResult::state);
      if (!was.equals(is)) {
        changes.add(
            new VerdictChange(
                place.policy(),
                place.cluster(),
                was,
                is,
                now.map(FleetDiff::messages).orElse(List.of())));
      }
    }
    return changes;
  }

  private static List<String> messages(ReplicaResult result) {
    return result.templates().stream()
        .map(TemplateResult::verdict)
        .filter(each -> each.state() != VerdictState.COMPLIANT)
        .map(each -> each.name() + ": " + each.message())
        .toList();
  }

  private static List<ObjectChange> objects(FleetEvaluation before, FleetEvaluation after) {
    Map<String, List<ReplicaResult>> then = before.clusters();
    Map<String, List<ReplicaResult>> now = after.clusters();
    Set<String> names = new TreeSet<>(then.keySet());
    names.addAll(now.keySet());
    List<ObjectChange> changes = new ArrayList<>();
    for (String cluster : names) {
      List<ReplicaResult> old = then.getOrDefault(cluster, List.of());
      List<ReplicaResult> current = now.getOrDefault(cluster, List.of());
      Set<Written> anyway = new HashSet<>(written(cluster, old));
      written(cluster, current).stream()
          .filter(each -> !anyway.contains(each))
          .map(Written::change)
          .forEach(changes::add);
      changes.addAll(pruned(cluster, old, current));
    }
    return changes;
  }

  /**
   * What is written on a cluster.
   *
   * @param hidden the template where the change itself must not show what it is
   */
  private record Written(ObjectChange change, Optional<JsonObject> hidden) {}

  private static List<Written> written(String cluster, List<ReplicaResult> results) {
    List<Written> written = new ArrayList<>();
    for (ReplicaResult result : results) {
      for (int i = 0; i < result.templates().size(); i++) {
        JsonObject definition = result.replica().templates().get(i).definition();
        for (ObjectResult object : result.templates().get(i).verdict().objects()) {
          ObjectAction.of(object)
              .map(action -> written(cluster, result, action, object, definition))
              .ifPresent(written::add);
        }
      }
    }
    return written;
  }

  private static Written written(
      String cluster,
      ReplicaResult result,
      ObjectAction action,
      ObjectResult object,
      JsonObject definition) {
    return new Written(
        new ObjectChange(cluster, result.replica().rootName(), action, object),
        object.change().shown() == ObjectDiff.Shown.EVERYTHING
            ? Optional.empty()
            : Optional.of(definition));
  }

  /** What goes with templates that a cluster does not get any more, or that wait now. */
  private static List<ObjectChange> pruned(
      String cluster, List<ReplicaResult> before, List<ReplicaResult> after) {
    Set<List<String>> kept = new HashSet<>();
    for (ReplicaResult result : after) {
      for (TemplateResult template : result.templates()) {
        if (template.unmet().isEmpty()) {
          kept.add(identity(result, template.verdict()));
        }
      }
    }
    List<ObjectChange> pruned = new ArrayList<>();
    for (ReplicaResult result : before) {
      for (TemplateResult template : result.templates()) {
        if (!kept.contains(identity(result, template.verdict()))) {
          template
              .verdict()
              .pruned()
              .forEach(
                  object ->
                      pruned.add(
                          new ObjectChange(
                              cluster, result.replica().rootName(), ObjectAction.PRUNE, object)));
        }
      }
    }
    return pruned;
  }

  private static List<String> identity(ReplicaResult result, TemplateVerdict template) {
    return List.of(result.replica().rootName().replicated(), template.kind(), template.name());
  }

  private static List<String> undecided(FleetEvaluation before, FleetEvaluation after) {
    Map<String, Map<HubName, Object>> then = specs(before);
    Map<String, Map<HubName, Object>> now = specs(after);
    Set<String> unknown = new TreeSet<>(before.unknownClusters());
    unknown.addAll(after.unknownClusters());
    unknown.removeIf(
        cluster ->
            then.getOrDefault(cluster, Map.of()).equals(now.getOrDefault(cluster, Map.of())));
    return List.copyOf(unknown);
  }

  private static Map<String, Map<HubName, Object>> specs(FleetEvaluation evaluation) {
    Map<String, Map<HubName, Object>> specs = new TreeMap<>();
    evaluation
        .clusters()
        .forEach(
            (cluster, results) ->
                results.forEach(
                    each ->
                        specs
                            .computeIfAbsent(cluster, _ -> new TreeMap<>())
                            .put(each.replica().rootName(), each.replica().prepared())));
    return specs;
  }
}
