package io.openclustermanagement.compiler.program;

import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.RuleDefinition.Definition;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A rule over the clusters of a hub. Its truth has three values: where something depends on the
 * state of a policy that a cluster has not reported, neither true nor false follows, as Kleene's
 * logic has it, and a count is a lower and an upper bound. Everything else is two-valued.
 *
 * @param namespace the hub namespace; empty only in programs with errors
 * @param description from the documentation above it
 * @param source what it has to hold for, one by one; empty where it holds or not as a whole
 * @param expectations all of which must hold
 * @param message what is said where one does not
 * @param nameOrigin the declared name
 */
public record FleetRuleDefinition(
    GlobalName name,
    String namespace,
    Optional<String> description,
    Optional<Source> source,
    List<Definition> definitions,
    List<Expr> expectations,
    Optional<Severity> severity,
    Optional<Expr> message,
    Origin nameOrigin,
    Origin origin) {

  public FleetRuleDefinition {
    definitions = List.copyOf(definitions);
    expectations = List.copyOf(expectations);
  }

  /**
   * What a rule goes through.
   *
   * @param variable an element of the list, or a group of them
   * @param list the elements
   * @param grouping what the members of a group have in common
   */
  public record Source(Variable variable, Expr list, Optional<Grouping> grouping) {}

  /**
   * {@code grouped by key}. An element without the key belongs to no group.
   *
   * @param element stands for an element in the key
   */
  public record Grouping(Variable element, Expr key) {}
}
