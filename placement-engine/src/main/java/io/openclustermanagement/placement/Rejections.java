package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TopologyKeyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** For every cluster that was not chosen, the first stage and term that dropped it. */
final class Rejections {
  private final Pipeline.Outcome outcome;
  private final long[] members;
  private final int[] rankByPosition;

  private Rejections(Pipeline.Outcome outcome) {
    this.outcome = outcome;
    this.members = Bitmap.empty(outcome.fleet().clusterTable().size());
    this.rankByPosition = new int[outcome.fleet().clusterTable().size()];
    int rank = 1;
    for (int i : Ranking.best(outcome.totals(), outcome.totals().length)) {
      rankByPosition[outcome.positions()[i]] = rank++;
    }
    for (int position = 0; position < rankByPosition.length; position++) {
      Bitmap.set(members, position, isMember(cluster(position)));
    }
  }

  static List<Rejection> of(Pipeline.Outcome outcome) {
    Rejections rejections = new Rejections(outcome);
    long[] chosen = Bitmap.empty(outcome.fleet().clusterTable().size());
    Arrays.stream(outcome.chosen()).forEach(i -> Bitmap.set(chosen, outcome.positions()[i], true));
    List<Rejection> result = new ArrayList<>();
    for (int position = 0; position < outcome.fleet().clusterTable().size(); position++) {
      if (!Bitmap.get(chosen, position)) {
        result.add(rejections.of(position));
      }
    }
    return result;
  }

  private Rejection of(int position) {
    if (!Bitmap.get(members, position)) {
      return clusterSet(position);
    }
    if (!Bitmap.get(outcome.available(), position)) {
      return terminating(position);
    }
    if (outcome.matched() == null || !Bitmap.get(outcome.matched(), position)) {
      return predicate(position);
    }
    if (outcome.passed() == null || !Bitmap.get(outcome.passed(), position)) {
      return toleration(position);
    }
    if (outcome.plan().weights().problem() != null) {
      return misconfigured(
          position,
          Rejection.Stage.PRIORITIZER,
          outcome.plan().weights().problem(),
          "/spec/prioritizerPolicy");
    }
    return outcome.plan().spread().isEmpty() || isBeyondNumber(position)
        ? numberOfClusters(position)
        : spread(position);
  }

  private ManagedCluster cluster(int position) {
    return outcome.fleet().clusterTable().value(position);
  }

  private boolean isMember(ManagedCluster cluster) {
    return outcome.plan().sets().members().stream()
        .anyMatch(set -> set.terms().stream().allMatch(t -> holds(t.term(), cluster)));
  }

  private boolean holds(Term term, ManagedCluster cluster) {
    return term.holds(cluster, outcome.fleet(), outcome.cel(), outcome.now());
  }

  private Rejection clusterSet(int position) {
    EligibleSets sets = outcome.plan().sets();
    List<String> requested = outcome.plan().placement().spec().clusterSets();
    String path = requested.isEmpty() ? "/spec" : "/spec/clusterSets";
    String label = ClusterFacts.label(cluster(position), ClusterLabels.CLUSTER_SET);
    String found = label == null || label.isEmpty() ? null : label;
    String message;
    if (sets.bound().isEmpty()) {
      message = "No cluster set is bound to the placement's namespace.";
    } else if (sets.eligible().isEmpty()) {
      message = "None of the cluster sets that the placement names is bound to its namespace.";
    } else {
      message =
          "The cluster is in none of the cluster sets " + String.join(", ", sets.eligible()) + ".";
    }
    String term = "cluster set in [" + String.join(", ", eligible(sets, requested)) + "]";
    String wanted = eligible(sets, requested).isEmpty() ? null : oneOf(eligible(sets, requested));
    return new Rejection(
        name(position), Rejection.Stage.CLUSTER_SET, term, wanted, found, message, path);
  }

  private static List<String> eligible(EligibleSets sets, List<String> requested) {
    return sets.eligible().isEmpty() ? requested : sets.eligible();
  }

  private static String oneOf(List<String> values) {
    return values.size() == 1 ? values.getFirst() : "one of " + String.join(", ", values);
  }

  private Rejection terminating(int position) {
    String since = Objects.toString(cluster(position).metadata().deletionTimestamp());
    return new Rejection(
        name(position),
        Rejection.Stage.TERMINATING,
        "not being deleted",
        null,
        since,
        "The cluster is being deleted since " + since + ".",
        "/spec");
  }

  private Rejection predicate(int position) {
    Predicates predicates = outcome.plan().predicates(outcome.now());
    if (predicates.problem() != null) {
      return misconfigured(
          position, Rejection.Stage.PREDICATE, predicates.problem(), "/spec/predicates");
    }
    ManagedCluster cluster = cluster(position);
    Predicates.PlannedTerm failed = nearest(predicates, cluster).getFirst();
    TermText text = TermText.of(failed, cluster, outcome);
    String others =
        predicates.alternatives().size() == 1
            ? ""
            : ", and none of the "
                + (predicates.alternatives().size() - 1)
                + " other predicates matches";
    String message = "Not " + text.term() + ": " + text.foundText() + others + ".";
    return new Rejection(
        name(position),
        Rejection.Stage.PREDICATE,
        text.term(),
        text.wanted(),
        text.found(),
        message,
        text.path());
  }

  /** The failing terms of the predicate that fails the fewest, of equal ones the first. */
  private List<Predicates.PlannedTerm> nearest(Predicates predicates, ManagedCluster cluster) {
    List<Predicates.PlannedTerm> nearest = List.of();
    for (Predicates.Alternative alternative : predicates.alternatives()) {
      List<Predicates.PlannedTerm> failed =
          alternative.terms().stream().filter(t -> !holds(t.indexed().term(), cluster)).toList();
      if (nearest.isEmpty() || failed.size() < nearest.size()) {
        nearest = failed;
      }
    }
    return nearest;
  }

  private Rejection toleration(int position) {
    String problem = outcome.plan().tolerationProblem();
    if (outcome.passed() == null && problem != null) {
      ScheduleStatus status = ScheduleStatus.misconfigured("TaintToleration", problem);
      return misconfigured(position, Rejection.Stage.TAINT_TOLERATION, status, "/spec/tolerations");
    }
    Taint taint =
        Tolerations.untolerated(
            cluster(position),
            outcome.plan().placement().spec().tolerations(),
            isChosenBefore(position),
            outcome.now());
    String printed = taint == null ? "" : Tolerations.print(taint);
    return new Rejection(
        name(position),
        Rejection.Stage.TAINT_TOLERATION,
        "taint " + printed,
        null,
        printed,
        "No toleration tolerates the taint " + printed + ".",
        "/spec/tolerations");
  }

  private boolean isChosenBefore(int position) {
    String name = name(position);
    return outcome
        .fleet()
        .decisions(outcome.plan().namespace(), outcome.plan().placement().metadata().name())
        .stream()
        .anyMatch(o -> o.decisions().stream().anyMatch(d -> d.clusterName().equals(name)));
  }

  private Rejection misconfigured(
      int position, Rejection.Stage stage, ScheduleStatus problem, String path) {
    return new Rejection(
        name(position),
        stage,
        "misconfigured",
        null,
        null,
        "The placement is misconfigured: " + problem.plugin() + ":" + problem.message(),
        path);
  }

  private boolean isBeyondNumber(int position) {
    Integer wanted = outcome.plan().placement().spec().numberOfClusters();
    return wanted != null && outcome.chosen().length >= wanted;
  }

  private Rejection numberOfClusters(int position) {
    int chosen = outcome.chosen().length;
    int rank = rankByPosition[position];
    String wanted = "rank up to " + chosen;
    String message =
        "Rank %d of %d by score, and only %d %s chosen."
            .formatted(rank, outcome.positions().length, chosen, chosen == 1 ? "is" : "are");
    return new Rejection(
        name(position),
        Rejection.Stage.NUMBER_OF_CLUSTERS,
        "numberOfClusters " + outcome.plan().placement().spec().numberOfClusters(),
        wanted,
        "rank " + rank,
        message,
        "/spec/numberOfClusters");
  }

  private Rejection spread(int position) {
    List<SpreadConstraintsTerm> constraints = outcome.plan().spread();
    ManagedCluster cluster = cluster(position);
    int blocking = 0;
    while (blocking < constraints.size() - 1 && !isBlocked(constraints.get(blocking), cluster)) {
      blocking++;
    }
    SpreadConstraintsTerm constraint = constraints.get(blocking);
    String found = Spread.domain(constraint, cluster);
    String kind = constraint.topologyKeyType() == TopologyKeyType.CLAIM ? "claim " : "label ";
    String key = kind + constraint.topologyKey();
    int skew = Spread.maxSkew(constraint);
    String message =
        found == null
            ? "The cluster has no " + key + ", over which the placement spreads."
            : "One more cluster with %s %s would exceed the skew of %d."
                .formatted(key, found, skew);
    return new Rejection(
        name(position),
        Rejection.Stage.SPREAD_POLICY,
        "spread over " + key + " with skew " + skew,
        null,
        found,
        message,
        "/spec/spreadPolicy/spreadConstraints/" + blocking);
  }

  /** Whether the constraint leaves no room for the cluster beside the chosen ones. */
  private boolean isBlocked(SpreadConstraintsTerm constraint, ManagedCluster cluster) {
    String domain = Spread.domain(constraint, cluster);
    if (!Spread.isHard(constraint) || domain == null) {
      return Spread.isHard(constraint);
    }
    Map<String, Integer> chosen = new HashMap<>();
    for (int position : outcome.positions()) {
      String other = Spread.domain(constraint, cluster(position));
      if (other != null) {
        chosen.putIfAbsent(other, 0);
      }
    }
    for (int i : outcome.chosen()) {
      String other = Spread.domain(constraint, cluster(outcome.positions()[i]));
      if (other != null) {
        chosen.merge(other, 1, Integer::sum);
      }
    }
    int lowest = chosen.values().stream().mapToInt(n -> n).min().orElse(0);
    return chosen.getOrDefault(domain, 0) + 1 - lowest > Spread.maxSkew(constraint);
  }

  private String name(int position) {
    return outcome.name(position);
  }

  /** A failing term in words. */
  record TermText(
      String term, @Nullable String wanted, @Nullable String found, String foundText, String path) {

    static TermText of(
        Predicates.PlannedTerm planned, ManagedCluster cluster, Pipeline.Outcome outcome) {
      return switch (planned.indexed().term()) {
        case Term.Label(Requirement r) ->
            of("label ", r, ClusterFacts.label(cluster, r.key()), planned.pointer());
        case Term.Claim(Requirement r) ->
            of("claim ", r, ClusterFacts.claim(cluster, r.key()), planned.pointer());
        case Term.Cel(List<String> expressions) -> cel(expressions, planned, cluster, outcome);
        case Term.Terminating t -> throw new IllegalStateException("not a predicate term");
        case Term.Untolerated t -> throw new IllegalStateException("not a predicate term");
      };
    }

    private static TermText of(
        String kind, Requirement requirement, @Nullable String found, String path) {
      String text = found == null ? "absent" : "found \"" + found + "\"";
      return new TermText(kind + requirement, requirement.wanted(), found, text, path);
    }

    private static TermText cel(
        List<String> expressions,
        Predicates.PlannedTerm planned,
        ManagedCluster cluster,
        Pipeline.Outcome outcome) {
      for (int i = 0; i < expressions.size(); i++) {
        CelOutcome result = outcome.cel().evaluate(expressions.get(i), cluster, outcome.fleet());
        if (!result.matched()) {
          String text = result.problem() == null ? "the expression is false" : result.problem();
          return new TermText(
              "CEL " + expressions.get(i), "true", "false", text, planned.pointer() + "/" + i);
        }
      }
      return new TermText(
          "CEL", null, null, "the expressions exceed their cost budget", planned.pointer());
    }
  }
}
