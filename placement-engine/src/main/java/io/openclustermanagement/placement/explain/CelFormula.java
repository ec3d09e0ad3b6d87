package io.openclustermanagement.placement.explain;

import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.cel.CelCondition;
import io.openclustermanagement.placement.cel.CelCondition.ResourceField;
import io.openclustermanagement.placement.cel.CelExplainer;
import io.openclustermanagement.placement.cel.CelTerm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The formula of a CEL expression: what {@code &&}, {@code ||} and {@code !} join, with the atoms
 * whose form is known. Every other atom is {@link Formula.Opaque}.
 */
final class CelFormula {
  private CelFormula() {}

  static Formula of(String expression) {
    try {
      return formula(new CelExplainer().parse(expression), true);
    } catch (CelCompilationException e) {
      return new Formula.Opaque();
    }
  }

  /** The formula of the term, or, if not {@code positive}, of its negation. */
  private static Formula formula(CelTerm term, boolean positive) {
    return switch (term) {
      case CelTerm.All(String text, List<CelTerm> operands) -> joined(operands, positive, positive);
      case CelTerm.Any(String text, List<CelTerm> operands) ->
          joined(operands, !positive, positive);
      case CelTerm.Not(String text, CelTerm operand) -> formula(operand, !positive);
      case CelTerm.Atom(String text, Optional<CelCondition> condition) ->
          condition.map(c -> atom(c, positive)).orElse(new Formula.Opaque());
    };
  }

  private static Formula joined(List<CelTerm> operands, boolean all, boolean positive) {
    List<Formula> parts = operands.stream().map(t -> formula(t, positive)).toList();
    return all ? new Formula.All(parts) : new Formula.Any(parts);
  }

  private static Formula atom(CelCondition condition, boolean positive) {
    return switch (condition) {
      case CelCondition.LabelIn(String key, Set<String> values, boolean negated) ->
          readable(
              new Fact.Label(key),
              value -> Optional.of(values.contains(value) != negated),
              positive,
              sorted(values));
      case CelCondition.LabelExists(String key) -> exists(new Fact.Label(key), Set.of(), positive);
      case CelCondition.ClaimIn(String name, Set<String> values) ->
          exists(new Fact.Claim(name), values, positive);
      case CelCondition.VersionCompares(var comparison, String version) ->
          readable(
              new Fact.Version(),
              value -> VersionNumber.compare(value, version).map(comparison::holds),
              positive,
              VersionNumber.around(version));
      case CelCondition.ResourceCompares(var field, String resource, var comparison, var amount) ->
          readable(
              field == ResourceField.ALLOCATABLE
                  ? new Fact.Allocatable(resource)
                  : new Fact.Capacity(resource),
              value ->
                  Quantity.isValid(value)
                      ? Optional.of(comparison.holds(new Quantity(value).compareTo(amount)))
                      : Optional.empty(),
              positive,
              around(amount));
    };
  }

  /** What a value gives; empty if it cannot be read, which is an error and never a match. */
  private interface Reading {
    Optional<Boolean> of(String value);
  }

  /** A condition that fails both ways where there is no value, because reading it is an error. */
  private static Formula readable(
      Fact fact, Reading reading, boolean positive, List<String> candidates) {
    return new Formula.Atom(
        fact,
        value -> value.flatMap(reading::of).filter(holds -> holds == positive).isPresent(),
        candidates);
  }

  /** The value is there, and one of the values if there are any; its absence is the negation. */
  private static Formula exists(Fact fact, Set<String> values, boolean positive) {
    Predicate<Optional<String>> test =
        value -> value.filter(v -> values.isEmpty() || values.contains(v)).isPresent();
    return new Formula.Atom(fact, positive ? test : test.negate(), sorted(values));
  }

  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }

  /** The amount itself, a larger one and a smaller one. */
  private static List<String> around(Quantity amount) {
    String above = amount.value().add(BigDecimal.ONE).stripTrailingZeros().toPlainString();
    return List.of(amount.text(), above, "0");
  }
}
