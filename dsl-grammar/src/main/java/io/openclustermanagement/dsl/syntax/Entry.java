package io.openclustermanagement.dsl.syntax;

/** What stands between the braces of an object. */
public sealed interface Entry extends Node {

  /** {@code spec.replicas: 3}, and likewise {@code spec.template { … }} with an object as value. */
  record Field(KeyPath key, Expression value, Origin at) implements Entry {}

  /** {@code ...expression}. */
  record Spread(Expression value, Origin at) implements Entry {}

  /** What recovery skipped. */
  record Error(Origin at) implements Entry {}
}
