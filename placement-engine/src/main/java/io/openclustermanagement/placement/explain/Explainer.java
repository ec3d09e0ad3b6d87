package io.openclustermanagement.placement.explain;

import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.CelOutcome;
import io.openclustermanagement.placement.ClusterScore;
import io.openclustermanagement.placement.Decision;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.InvalidSelectorException;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.Rejection;
import io.openclustermanagement.placement.Requirement;
import io.openclustermanagement.placement.Scheduler;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Selectors;
import io.openclustermanagement.placement.Tolerations;
import io.openclustermanagement.placement.cel.CelExplainer;
import io.openclustermanagement.placement.cel.CelTerm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains why a placement chooses a cluster or not. */
public final class Explainer {
  private final Fleet fleet;
  private final Placement placement;
  private final ManagedCluster cluster;
  private final String name;
  private final Instant now;
  private final SchedulerOptions options;

  private Explainer(
      Fleet fleet,
      Placement placement,
      ManagedCluster cluster,
      Instant now,
      SchedulerOptions options) {
    this.fleet = fleet;
    this.placement = placement;
    this.cluster = cluster;
    this.name = cluster.metadata().name();
    this.now = now;
    this.options = options;
  }

  /**
   * The explanation for one cluster.
   *
   * @throws IllegalArgumentException when the fleet has no cluster of that name
   */
  public static Explanation explain(
      Fleet fleet, Placement placement, String cluster, Instant now, SchedulerOptions options) {
    ManagedCluster found = fleet.cluster(cluster);
    if (found == null) {
      throw new IllegalArgumentException("no cluster " + cluster + " in the fleet");
    }
    return new Explainer(fleet, placement, found, now, options).explain();
  }

  private Explanation explain() {
    PlacementResult result = Scheduler.on(fleet, options).schedule(placement, now);
    boolean chosen = result.decisions().stream().map(Decision::cluster).anyMatch(name::equals);
    Rejection rejection =
        result.rejections().stream().filter(r -> r.cluster().equals(name)).findFirst().orElse(null);
    List<ExplainedTerm> terms = terms(result, chosen, rejection);
    if (chosen) {
      return new Explanation(name, true, null, terms, List.of(), null);
    }
    NearestChange search = new NearestChange(new Hypothesis(fleet, placement), name, now, options);
    List<Change> changes = search.find();
    String note = changes.isEmpty() ? note(result, search) : null;
    return new Explanation(name, false, rejection, terms, changes, note);
  }

  private String note(PlacementResult result, NearestChange search) {
    if (cluster.metadata().isTerminating()) {
      return "No change brings back a cluster that is being deleted.";
    }
    if (search.misconfiguration() != null) {
      return "The placement is misconfigured and has to be corrected first: "
          + search.misconfiguration();
    }
    return switch (result.status().code()) {
      case MISCONFIGURED -> "The placement is misconfigured and has to be corrected first.";
      case ABORTED, SKIPPED -> "The placement is not scheduled: " + result.status().message() + ".";
      case SUCCESS, WARNING ->
          search.metOpaque()
              ? "A CEL expression of the placement could not be inverted, so no change is known."
              : "No change of single facts was found that would have the cluster chosen.";
    };
  }

  private List<ExplainedTerm> terms(
      PlacementResult result, boolean chosen, @Nullable Rejection rejection) {
    List<ExplainedTerm> terms = new ArrayList<>();
    terms.add(sets(result));
    if (cluster.metadata().isTerminating()) {
      String since = Objects.toString(cluster.metadata().deletionTimestamp());
      terms.add(ExplainedTerm.leaf("not being deleted", false, since, ""));
    }
    List<ClusterPredicate> predicates = placement.spec().predicates();
    for (int i = 0; i < predicates.size(); i++) {
      terms.add(predicate(i, predicates.get(i)));
    }
    terms.add(taints());
    result.scores().stream()
        .filter(s -> s.cluster().equals(name))
        .findFirst()
        .ifPresent(score -> terms.add(rank(result, score, chosen, rejection)));
    return terms;
  }

  private ExplainedTerm sets(PlacementResult result) {
    List<ExplainedTerm> children = new ArrayList<>();
    boolean member = false;
    for (String set : result.eligibleClusterSets()) {
      ExplainedTerm term = set(Objects.requireNonNull(fleet.clusterSet(set)));
      member |= term.holds();
      children.add(term);
    }
    for (String set : placement.spec().clusterSets()) {
      if (!result.eligibleClusterSets().contains(set)) {
        boolean exists = fleet.clusterSet(set) != null;
        String found = exists ? "not bound to the namespace" : "no such cluster set";
        children.add(ExplainedTerm.leaf("cluster set " + set, false, found, "/spec/clusterSets"));
      }
    }
    String found = result.boundClusterSets().isEmpty() ? "no cluster set is bound" : null;
    return new ExplainedTerm("in an eligible cluster set", member, found, "", children);
  }

  private ExplainedTerm set(ManagedClusterSet set) {
    String text = "member of " + set.metadata().name();
    try {
      List<Requirement> requirements = Selectors.of(set);
      if (requirements == null) {
        return ExplainedTerm.leaf(text, false, "the set has no selector", "/spec/clusterSets");
      }
      List<ExplainedTerm> children =
          requirements.stream().map(r -> term(new Fact.Label(r.key()), r, "")).toList();
      boolean all = children.stream().allMatch(ExplainedTerm::holds);
      return new ExplainedTerm(text, all, null, "/spec/clusterSets", children);
    } catch (InvalidSelectorException e) {
      return ExplainedTerm.leaf(text, false, e.getMessage(), "/spec/clusterSets");
    }
  }

  private ExplainedTerm term(Fact fact, Requirement requirement, String path) {
    String found = fact.read(cluster);
    String kind = fact instanceof Fact.Claim ? "claim " : "label ";
    return ExplainedTerm.leaf(kind + requirement, requirement.matches(found), found, path);
  }

  private ExplainedTerm predicate(int index, ClusterPredicate predicate) {
    String path = "/spec/predicates/" + index;
    String text = "predicate (" + (index + 1) + ")";
    ClusterSelector selector = predicate.requiredClusterSelector();
    if (selector == null) {
      return ExplainedTerm.leaf(text, true, null, path);
    }
    String at = path + "/requiredClusterSelector";
    List<ExplainedTerm> children = new ArrayList<>();
    try {
      if (selector.labelSelector() != null) {
        for (Selectors.Located term : Selectors.of(selector.labelSelector())) {
          Fact fact = new Fact.Label(term.requirement().key());
          String pointer = at + "/labelSelector" + term.pointer();
          children.add(term(fact, term.requirement(), pointer));
        }
      }
      if (selector.claimSelector() != null) {
        for (Selectors.Located term : Selectors.of(selector.claimSelector().matchExpressions())) {
          Fact fact = new Fact.Claim(term.requirement().key());
          String pointer = at + "/claimSelector" + term.pointer();
          children.add(term(fact, term.requirement(), pointer));
        }
      }
    } catch (InvalidSelectorException e) {
      return new ExplainedTerm(text, false, e.getMessage(), path, children);
    }
    if (selector.celSelector() != null) {
      List<String> expressions = selector.celSelector().celExpressions();
      for (int i = 0; i < expressions.size(); i++) {
        children.add(cel(expressions.get(i), at + "/celSelector/celExpressions/" + i));
      }
    }
    boolean all = children.stream().allMatch(ExplainedTerm::holds);
    return new ExplainedTerm(text, all, null, path, children);
  }

  private ExplainedTerm cel(String expression, String path) {
    CelExplainer explainer = new CelExplainer();
    try {
      CelTerm term = explainer.parse(expression);
      ExplainedTerm explained = cel(explainer, term, path);
      return new ExplainedTerm(
          "CEL " + explained.text(),
          explained.holds(),
          explained.found(),
          path,
          explained.children());
    } catch (CelCompilationException e) {
      return ExplainedTerm.leaf("CEL " + expression, false, "does not compile", path);
    }
  }

  private ExplainedTerm cel(CelExplainer explainer, CelTerm term, String path) {
    List<CelTerm> parts =
        switch (term) {
          case CelTerm.All(String text, List<CelTerm> operands) -> operands;
          case CelTerm.Any(String text, List<CelTerm> operands) -> operands;
          case CelTerm.Not(String text, CelTerm operand) -> List.of(operand);
          case CelTerm.Atom atom -> List.of();
        };
    if (term instanceof CelTerm.Atom atom) {
      CelExplainer.Evaluated evaluated = explainer.explain(atom, cluster, fleet);
      String problem = evaluated.outcome().problem();
      String found = problem == null ? found(evaluated.found()) : problem;
      return ExplainedTerm.leaf(term.text(), evaluated.outcome().matched(), found, path);
    }
    CelOutcome outcome = explainer.evaluate(term, cluster, fleet);
    List<ExplainedTerm> children = parts.stream().map(p -> cel(explainer, p, path)).toList();
    return new ExplainedTerm(term.text(), outcome.matched(), outcome.problem(), path, children);
  }

  private static @Nullable String found(List<CelExplainer.Found> fields) {
    if (fields.size() == 1) {
      return fields.getFirst().value();
    }
    return fields.isEmpty()
        ? null
        : fields.stream()
            .map(f -> f.path() + " = " + Objects.requireNonNullElse(f.value(), "absent"))
            .collect(Collectors.joining(", "));
  }

  private ExplainedTerm taints() {
    boolean chosenBefore =
        fleet
            .decisions(
                Objects.requireNonNullElse(placement.metadata().namespace(), ""),
                placement.metadata().name())
            .stream()
            .anyMatch(d -> d.decisions().stream().anyMatch(c -> c.clusterName().equals(name)));
    List<ExplainedTerm> children = new ArrayList<>();
    for (Taint taint : cluster.taints()) {
      boolean repels = Tolerations.repels(taint, chosenBefore);
      boolean tolerated =
          !repels || Tolerations.find(taint, placement.spec().tolerations(), now) != null;
      String found = repels ? null : "has no effect here";
      children.add(
          ExplainedTerm.leaf(
              "taint " + Tolerations.print(taint) + " tolerated",
              tolerated,
              found,
              "/spec/tolerations"));
    }
    boolean all = children.stream().allMatch(ExplainedTerm::holds);
    String found = children.isEmpty() ? "no taints" : null;
    return new ExplainedTerm("taints tolerated", all, found, "/spec/tolerations", children);
  }

  private ExplainedTerm rank(
      PlacementResult result, ClusterScore score, boolean chosen, @Nullable Rejection rejection) {
    List<ExplainedTerm> children = new ArrayList<>();
    score
        .prioritizers()
        .forEach(
            (prioritizer, value) ->
                children.add(
                    ExplainedTerm.leaf(
                        "score " + prioritizer,
                        true,
                        Long.toString(value),
                        "/spec/prioritizerPolicy")));
    if (rejection != null && rejection.stage() == Rejection.Stage.SPREAD_POLICY) {
      children.add(
          ExplainedTerm.leaf(rejection.term(), false, rejection.found(), rejection.path()));
    }
    int rank = 1 + result.scores().indexOf(score);
    Integer wanted = placement.spec().numberOfClusters();
    String text =
        wanted == null ? "chosen, as all that remain" : "among the " + wanted + " to be chosen";
    String found =
        "rank %d of %d with score %d".formatted(rank, result.scores().size(), score.total());
    return new ExplainedTerm(text, chosen, found, "/spec/numberOfClusters", children);
  }
}
