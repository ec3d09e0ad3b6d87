package io.openclustermanagement.dsl.syntax;

/** A line of {@code prefer}: what ranks clusters, and how much it weighs. */
public sealed interface Preference extends Node {

  /**
   * {@code steady weight 3}.
   *
   * @param weight as written, with its sign
   */
  record Steady(Expression.Literal weight, Origin at) implements Preference {}

  /** {@code balance weight 1}. */
  record Balance(Expression.Literal weight, Origin at) implements Preference {}

  /** {@code allocatable memory weight 2}. */
  record Allocatable(Name resource, Expression.Literal weight, Origin at) implements Preference {}

  /** {@code score "resource-usage"/"cpuAvailable" weight 5}. */
  record Score(StringLiteral resource, StringLiteral score, Expression.Literal weight, Origin at)
      implements Preference {}

  /** What recovery skipped. */
  record Error(Origin at) implements Preference {}
}
