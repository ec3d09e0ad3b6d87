package io.openclustermanagement.dsl.syntax;

/** What labels something must have. */
public sealed interface LabelMatch extends Node {

  /** {@code labelled { app: "web" }}. */
  record Equal(ObjectLiteral labels, Origin at) implements LabelMatch {}

  /** {@code labelled (label.tier in ["web", "api"] and has label.app)}. */
  record Where(Expression condition, Origin at) implements LabelMatch {}
}
