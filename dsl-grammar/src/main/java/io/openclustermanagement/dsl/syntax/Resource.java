package io.openclustermanagement.dsl.syntax;

import org.jspecify.annotations.Nullable;

/** One or several Kubernetes resources. */
public sealed interface Resource extends Node {

  /** {@code from "manifests/*.yaml"}. */
  record FromFile(StringLiteral path, Origin at) implements Resource {}

  /**
   * {@code Deployment "web" in "shop" { … }}; at most one of namespace and scope is given.
   *
   * @param name the name, or null for any
   * @param labelled labels of the objects that are meant, or null
   * @param namespace the one namespace, or null
   * @param scope the namespaces, or null
   * @param condition what {@code where} asks, or null
   * @param body the fields, or null
   */
  record Inline(
      KindName kind,
      @Nullable StringLiteral name,
      @Nullable LabelMatch labelled,
      @Nullable StringLiteral namespace,
      @Nullable NamespaceScope scope,
      @Nullable Expression condition,
      @Nullable ObjectLiteral body,
      Origin at)
      implements Resource {}

  /** What recovery skipped. */
  record Error(Origin at) implements Resource {}
}
