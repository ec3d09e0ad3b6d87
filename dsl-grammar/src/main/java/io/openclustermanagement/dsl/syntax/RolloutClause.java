package io.openclustermanagement.dsl.syntax;

/** A clause of {@code rollout}. */
public sealed interface RolloutClause extends Node {

  /** {@code first group canary}. */
  record FirstGroup(Name group, Origin at) implements RolloutClause {}

  /** {@code at most 25%}. */
  record AtMost(Expression clusters, Origin at) implements RolloutClause {}

  /** {@code soak 15m}. */
  record Soak(Expression duration, Origin at) implements RolloutClause {}

  /** {@code deadline 10m}. */
  record Deadline(Expression duration, Origin at) implements RolloutClause {}

  /** {@code max failures 10%}. */
  record MaxFailures(Expression clusters, Origin at) implements RolloutClause {}

  /** What recovery skipped. */
  record Error(Origin at) implements RolloutClause {}
}
