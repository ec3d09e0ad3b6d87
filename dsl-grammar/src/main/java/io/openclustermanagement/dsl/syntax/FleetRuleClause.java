package io.openclustermanagement.dsl.syntax;

import org.jspecify.annotations.Nullable;

/** A clause of {@code fleetrule}. */
public sealed interface FleetRuleClause extends Node {

  /**
   * {@code for each region in placed(prod) grouped by label.region}.
   *
   * @param groupedBy what the groups have in common, or null
   */
  record ForEach(Name variable, Expression source, @Nullable Expression groupedBy, Origin at)
      implements FleetRuleClause {}

  /** {@code let name = value}. */
  record Let(Name name, Expression value, Origin at) implements FleetRuleClause {}

  /** {@code expect condition}. */
  record Expect(Expression condition, Origin at) implements FleetRuleClause {}

  /** {@code severity high}. */
  record Severity(Name level, Origin at) implements FleetRuleClause {}

  /** {@code message "text"}. */
  record Message(StringLiteral text, Origin at) implements FleetRuleClause {}

  /** What recovery skipped. */
  record Error(Origin at) implements FleetRuleClause {}
}
