package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.cluster.AddOnScore;
import io.openclustermanagement.api.cluster.BuiltInPrioritizers;
import io.openclustermanagement.api.cluster.DecisionGroup;
import io.openclustermanagement.api.cluster.DecisionStrategy;
import io.openclustermanagement.api.cluster.GroupClusterSelector;
import io.openclustermanagement.api.cluster.GroupStrategy;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.PrioritizerConfig;
import io.openclustermanagement.api.cluster.PrioritizerPolicy;
import io.openclustermanagement.api.cluster.ScoreCoordinate;
import io.openclustermanagement.api.cluster.ScoreCoordinateType;
import io.openclustermanagement.api.cluster.SortBy;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.SpreadPolicy;
import io.openclustermanagement.api.cluster.TopologyKeyType;
import io.openclustermanagement.api.cluster.UnsatisfiableMaxSkewAction;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.emit.Normal.Selector;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.compiler.program.PlacementDefinition.Group;
import io.openclustermanagement.compiler.program.PlacementDefinition.GroupSize;
import io.openclustermanagement.compiler.program.PlacementDefinition.Groups;
import io.openclustermanagement.compiler.program.PlacementDefinition.Preference;
import io.openclustermanagement.compiler.program.PlacementDefinition.Preferences;
import io.openclustermanagement.compiler.program.PlacementDefinition.Prioritizer;
import io.openclustermanagement.compiler.program.PlacementDefinition.SetReference;
import io.openclustermanagement.compiler.program.PlacementDefinition.Spread;
import io.openclustermanagement.compiler.program.PlacementDefinition.Toleration;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns one placement into a Placement of one namespace. */
final class PlacementEmitter {

  private final Program program;
  private final Target target;
  private final Findings findings;
  private final Pointers pointers = new Pointers();

  PlacementEmitter(Program program, Target target, Findings findings) {
    this.program = program;
    this.target = target;
    this.findings = findings;
  }

  Pointers pointers() {
    return pointers;
  }

  Placement emit(PlacementDefinition placement, String namespace) {
    pointers.put("", placement.origin());
    pointers.put("/metadata/name", placement.nameOrigin());
    placement.count().ifPresent(count -> pointers.put("/spec/numberOfClusters", count.origin()));
    PlacementSpec spec =
        new PlacementSpec(
            clusterSets(placement),
            placement.count().map(PlacementDefinition.Count::clusters).orElse(null),
            new ConditionEmitter(findings, pointers).emit(placement.alternatives()),
            placement.preferences().map(this::policy).orElse(null),
            spreadPolicy(placement.spreads()),
            tolerations(placement.tolerations()),
            placement.groups().map(this::groups).orElse(null),
            sortBy(placement),
            null);
    return new Placement(Emitter.metadata(namespace, placement.metadata()), spec, null);
  }

  private List<String> clusterSets(PlacementDefinition placement) {
    List<String> names = new ArrayList<>();
    for (SetReference reference : placement.from()) {
      pointers.putItem("/spec/clusterSets", names.size(), reference.origin());
      names.add(
          program
              .clusterSet(reference.clusterSet())
              .map(set -> set.metadata().name())
              .orElse(reference.clusterSet().name()));
    }
    return names;
  }

  private List<io.openclustermanagement.api.cluster.Toleration> tolerations(
      List<Toleration> written) {
    List<io.openclustermanagement.api.cluster.Toleration> tolerations = new ArrayList<>();
    for (Toleration each : written) {
      pointers.putItem("/spec/tolerations", tolerations.size(), each.origin());
      tolerations.add(
          new io.openclustermanagement.api.cluster.Toleration(
              each.key().orElse(null),
              each.value().isPresent()
                  ? io.openclustermanagement.api.cluster.Toleration.EQUAL
                  : io.openclustermanagement.api.cluster.Toleration.EXISTS,
              each.value().orElse(null),
              each.effect().orElse(null),
              each.period().map(Duration::toSeconds).orElse(null)));
    }
    return tolerations;
  }

  // Ranking.

  private PrioritizerPolicy policy(Preferences preferences) {
    pointers.put("/spec/prioritizerPolicy", preferences.origin());
    List<PrioritizerConfig> configurations = new ArrayList<>();
    for (Preference each : preferences.list()) {
      pointers.put("/spec/prioritizerPolicy/configurations", configurations.size(), each.origin());
      configurations.add(new PrioritizerConfig(coordinate(each.prioritizer()), each.weight()));
    }
    return new PrioritizerPolicy(
        preferences.only() ? PrioritizerPolicy.EXACT : PrioritizerPolicy.ADDITIVE, configurations);
  }

  private static ScoreCoordinate coordinate(Prioritizer prioritizer) {
    return switch (prioritizer) {
      case Prioritizer.Steady _ -> builtIn(BuiltInPrioritizers.STEADY);
      case Prioritizer.Balance _ -> builtIn(BuiltInPrioritizers.BALANCE);
      case Prioritizer.AllocatableCpu _ -> builtIn(BuiltInPrioritizers.RESOURCE_ALLOCATABLE_CPU);
      case Prioritizer.AllocatableMemory _ ->
          builtIn(BuiltInPrioritizers.RESOURCE_ALLOCATABLE_MEMORY);
      case Prioritizer.AddOnScore(String resource, String score) ->
          new ScoreCoordinate(ScoreCoordinateType.ADD_ON, null, new AddOnScore(resource, score));
    };
  }

  private static ScoreCoordinate builtIn(String name) {
    return new ScoreCoordinate(ScoreCoordinateType.BUILT_IN, name, null);
  }

  private @Nullable SortBy sortBy(PlacementDefinition placement) {
    if (placement.sorting().isEmpty()) {
      return null;
    }
    var sorting = placement.sorting().get();
    pointers.put("/spec/sortBy", sorting.origin());
    if (target == Target.UPSTREAM && sorting.by() == SortBy.SCORE) {
      refuse(
          Code.SORTING_NOT_UPSTREAM,
          sorting.origin().span(),
          "Upstream does not sort decisions by score.",
          "Placement.spec.sortBy is in the API, but no upstream code reads it",
          "leave it out, or build with `--target native`.");
    }
    return sorting.by();
  }

  private @Nullable SpreadPolicy spreadPolicy(List<Spread> spreads) {
    List<SpreadConstraintsTerm> terms = new ArrayList<>();
    for (Spread each : spreads) {
      pointers.put("/spec/spreadPolicy/spreadConstraints", terms.size(), each.origin());
      terms.add(term(each));
      if (target == Target.UPSTREAM) {
        refuse(
            Code.SPREAD_NOT_UPSTREAM,
            each.origin().span(),
            "Upstream does not spread clusters.",
            "Placement.spec.spreadPolicy is in the API, but no upstream code reads it",
            "make a placement for each topology, or build with `--target native`.");
      }
    }
    return terms.isEmpty() ? null : new SpreadPolicy(terms);
  }

  private static SpreadConstraintsTerm term(Spread spread) {
    UnsatisfiableMaxSkewAction action =
        spread.required()
            ? UnsatisfiableMaxSkewAction.DO_NOT_SCHEDULE
            : UnsatisfiableMaxSkewAction.SCHEDULE_ANYWAY;
    return spread.topology() instanceof Property.Label(String key)
        ? new SpreadConstraintsTerm(key, TopologyKeyType.LABEL, spread.skew(), action)
        : new SpreadConstraintsTerm(
            claimKey(spread.topology()), TopologyKeyType.CLAIM, spread.skew(), action);
  }

  private static String claimKey(Property topology) {
    if (topology instanceof Property.Claim(String key)) {
      return key;
    }
    throw new IllegalArgumentException("clusters are spread over a label or a claim");
  }

  private void refuse(Code code, SourceSpan span, String summary, String note, String help) {
    findings.add(Diagnostic.error(code, span, summary).note(note).help(help));
  }

  // Groups.

  private DecisionStrategy groups(Groups groups) {
    String pointer = "/spec/decisionStrategy/groupStrategy";
    pointers.put("/spec/decisionStrategy", groups.origin());
    List<DecisionGroup> list = new ArrayList<>();
    for (Group group : groups.list()) {
      list.add(group(group, pointer + "/decisionGroups/" + list.size()));
    }
    groups
        .size()
        .ifPresent(size -> pointers.put(pointer + "/clustersPerDecisionGroup", size.origin()));
    return new DecisionStrategy(
        new GroupStrategy(list, groups.size().map(PlacementEmitter::size).orElse(null)));
  }

  private static IntOrString size(GroupSize size) {
    return size.percent() ? IntOrString.of(size.amount() + "%") : IntOrString.of(size.amount());
  }

  private DecisionGroup group(Group group, String pointer) {
    pointers.put(pointer, group.origin());
    List<Selector> terms = groupTerms(group);
    Selectors selectors = new Selectors(pointers);
    String selector = pointer + "/groupClusterSelector";
    return new DecisionGroup(
        group.name(),
        new GroupClusterSelector(
            selectors.labels(terms, selector + "/labelSelector"),
            selectors.claims(terms, selector + "/claimSelector")));
  }

  private List<Selector> groupTerms(Group group) {
    List<List<Normal>> conjunctions = Conjunctions.of(Normal.of(group.condition()));
    List<Selector> terms = new ArrayList<>();
    if (conjunctions.size() != 1) {
      reportGroup(group.condition().origin().span(), "A decision group cannot have alternatives.");
      return terms;
    }
    for (Normal term : conjunctions.getFirst()) {
      if (term instanceof Selector selector) {
        terms.add(selector);
      } else {
        reportGroup(
            term.origin().span(),
            "A decision group cannot test `%s`."
                .formatted(asked(term).orElse(term.origin().span().text())));
      }
    }
    return terms;
  }

  private static Optional<String> asked(Normal term) {
    if (term instanceof Normal.Test(Expr.Comparison comparison, _, _)) {
      Expr side =
          comparison.left() instanceof Expr.Attribute ? comparison.left() : comparison.right();
      return side instanceof Expr.Attribute(_, Property.KubernetesVersion _, _)
          ? Optional.of("version")
          : Optional.empty();
    }
    return Optional.empty();
  }

  private void reportGroup(SourceSpan span, String summary) {
    refuse(
        Code.GROUP_NOT_EXPRESSIBLE,
        span,
        summary,
        "groups match labels and claims only, and all terms of one must hold"
            + " (Placement.decisionStrategy has no CEL selector)",
        "publish it as a claim, or move the test to `where`.");
  }
}
