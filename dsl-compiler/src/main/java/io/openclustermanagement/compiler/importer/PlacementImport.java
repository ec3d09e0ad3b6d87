package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.SortBy;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.SpreadPolicy;
import io.openclustermanagement.api.cluster.Toleration;
import io.openclustermanagement.api.cluster.TopologyKeyType;
import io.openclustermanagement.api.cluster.UnsatisfiableMaxSkewAction;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.Tolerated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clauses that say a Placement.
 *
 * <p>What the language has no words for is a reason against the import: a {@code scoreRateLimit}
 * other than the default (no scheduler reads it yet), a prioritizer or toleration that the
 * scheduler reports as a misconfiguration, and selectors that it refuses.
 */
final class PlacementImport {
  private final Item<Placement> item;
  private final Reasons reasons;
  private final CelImport cel;
  private final SelectorImport selectors;
  private final List<PlacementClause> clauses = new ArrayList<>();

  PlacementImport(Item<Placement> item, Reasons reasons, CelImport cel) {
    this.item = item;
    this.reasons = reasons;
    this.cel = cel;
    this.selectors = new SelectorImport(reasons);
  }

  /**
   * The clauses, in the order in which the formatter has them.
   *
   * @param setNames what the cluster sets are called in the sources, by their names on the hub
   */
  List<PlacementClause> clauses(Map<String, String> setNames) {
    MetadataImport metadata = new MetadataImport(item, reasons);
    metadata.labels().ifPresent(each -> add(new PlacementClause.Labels(each, Trees.NOWHERE)));
    metadata
        .annotations()
        .ifPresent(each -> add(new PlacementClause.Annotations(each, Trees.NOWHERE)));
    PlacementSpec spec = item.object().spec();
    from(spec.clusterSets(), setNames);
    predicates(spec.predicates());
    tolerations(spec.tolerations());
    choose(spec.numberOfClusters());
    if (spec.prioritizerPolicy() != null) {
      new PrioritizerImport(reasons).clause(spec.prioritizerPolicy()).ifPresent(this::add);
    }
    if (spec.spreadPolicy() != null) {
      spread(spec.spreadPolicy());
    }
    if (spec.decisionStrategy() != null) {
      new GroupImport(reasons, selectors).clause(spec.decisionStrategy()).ifPresent(this::add);
    }
    if (spec.sortBy() == SortBy.SCORE) {
      add(new PlacementClause.SortBy(PlacementClause.SortKey.SCORE, Trees.NOWHERE));
    }
    scoreRateLimit(spec.scoreRateLimit());
    return List.copyOf(clauses);
  }

  private void add(PlacementClause clause) {
    clauses.add(clause);
  }

  private void from(List<String> sets, Map<String, String> setNames) {
    List<QualifiedName> references = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      String name = setNames.get(sets.get(i));
      if (name == null) {
        reasons.invalid(
            "/spec/clusterSets/" + i,
            "no cluster set can have this name",
            "correct the name, or remove it: it chooses nothing.");
      } else if (sets.indexOf(sets.get(i)) == i) {
        references.add(Trees.reference(name));
      }
    }
    if (!references.isEmpty()) {
      add(new PlacementClause.From(references, Trees.NOWHERE));
    }
  }

  private void predicates(List<ClusterPredicate> predicates) {
    for (int i = 0; i < predicates.size(); i++) {
      String pointer = "/spec/predicates/" + i + "/requiredClusterSelector";
      ClusterSelector selector = predicates.get(i).requiredClusterSelector();
      List<Expression> tests = selector == null ? List.of() : tests(selector, pointer);
      add(new PlacementClause.Where(Trees.and(tests), Trees.NOWHERE));
    }
  }

  private List<Expression> tests(ClusterSelector selector, String pointer) {
    List<Expression> tests = new ArrayList<>();
    tests.addAll(selectors.labels(selector.labelSelector(), pointer + "/labelSelector"));
    tests.addAll(selectors.claims(selector.claimSelector(), pointer + "/claimSelector"));
    if (selector.celSelector() != null) {
      for (String expression : selector.celSelector().celExpressions()) {
        tests.addAll(cel.tests(expression));
      }
    }
    return tests;
  }

  // Tolerations.

  private void tolerations(List<Toleration> tolerations) {
    for (int i = 0; i < tolerations.size(); i++) {
      toleration(tolerations.get(i), "/spec/tolerations/" + i);
    }
  }

  private void toleration(Toleration toleration, String pointer) {
    String key = Objects.requireNonNullElse(toleration.key(), "");
    String value = Objects.requireNonNullElse(toleration.value(), "");
    String operator = Objects.requireNonNullElse(toleration.operator(), "");
    boolean exists = operator.equals(Toleration.EXISTS);
    if (!exists && !operator.isEmpty() && !operator.equals(Toleration.EQUAL)) {
      reasons.invalid(
          pointer + "/operator",
          "there is no operator `%s`".formatted(operator),
          "write `Equal` or `Exists`.");
    } else if (exists && !value.isEmpty()) {
      reasons.invalid(
          pointer + "/value", "`Exists` takes no value", "remove the value, or write `Equal`.");
    } else if (!exists && key.isEmpty()) {
      reasons.invalid(
          pointer, "without a key the operator must be `Exists`", "name the key of the taint.");
    } else {
      Tolerated taint = tolerated(key, exists ? null : value);
      add(
          new PlacementClause.Tolerate(
              taint,
              toleration.effect() == null ? null : Trees.name(toleration.effect().wireName()),
              duration(toleration.tolerationSeconds(), pointer + "/tolerationSeconds"),
              Trees.NOWHERE));
    }
  }

  private static Tolerated tolerated(String key, @Nullable String value) {
    if (key.isEmpty()) {
      return new Tolerated.All(Trees.NOWHERE);
    } else if (value == null && key.equals(ClusterLabels.TAINT_UNREACHABLE)) {
      return new Tolerated.Unreachable(Trees.NOWHERE);
    } else if (value == null && key.equals(ClusterLabels.TAINT_UNAVAILABLE)) {
      return new Tolerated.Unavailable(Trees.NOWHERE);
    }
    return new Tolerated.Taint(
        Trees.key(key), value == null ? null : Trees.text(value), Trees.NOWHERE);
  }

  private @Nullable Expression duration(@Nullable Long seconds, String pointer) {
    if (seconds == null) {
      return null;
    }
    if (seconds < 0 || seconds > Integer.MAX_VALUE) {
      reasons.field(pointer, "a duration is from 0 to %d seconds".formatted(Integer.MAX_VALUE));
    }
    return Trees.literal(LiteralKind.UNIT, Durations.text(seconds));
  }

  // How many, spread over what, how often.

  private void choose(@Nullable Integer number) {
    if (number == null) {
      return;
    }
    if (number < 0) {
      reasons.invalid(
          "/spec/numberOfClusters", "a number below 0 has no meaning", "remove the field.");
    }
    add(new PlacementClause.Choose(Trees.integer(number), Trees.NOWHERE));
  }

  private void spread(SpreadPolicy policy) {
    for (SpreadConstraintsTerm term : policy.spreadConstraints()) {
      String family = term.topologyKeyType() == TopologyKeyType.CLAIM ? "claim" : "label";
      boolean required = term.whenUnsatisfiable() == UnsatisfiableMaxSkewAction.DO_NOT_SCHEDULE;
      add(
          new PlacementClause.Spread(
              Trees.property(family, term.topologyKey()),
              Trees.integer(term.maxSkew() == null ? 1 : term.maxSkew()),
              required ? PlacementClause.SpreadMode.REQUIRED : PlacementClause.SpreadMode.PREFERRED,
              Trees.NOWHERE));
    }
  }

  private void scoreRateLimit(@Nullable String limit) {
    if (!Durations.isDefaultRateLimit(limit)) {
      reasons.field("/spec/scoreRateLimit", "the language has no `scoreRateLimit`");
    }
  }
}
