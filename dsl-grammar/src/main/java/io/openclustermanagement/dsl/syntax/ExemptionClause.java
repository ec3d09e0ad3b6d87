package io.openclustermanagement.dsl.syntax;

import java.util.List;

/** A clause of {@code exemption}. */
public sealed interface ExemptionClause extends Node {

  /** {@code from rule container-images.pinned-images}. */
  record From(PolicyClause.DependencyKind kind, List<QualifiedName> names, Origin at)
      implements ExemptionClause {
    public From {
      names = List.copyOf(names);
    }
  }

  /** {@code clusters ["name"]}. */
  record Clusters(ListLiteral names, Origin at) implements ExemptionClause {}

  /** {@code clusters where condition}. */
  record ClustersWhere(Expression condition, Origin at) implements ExemptionClause {}

  /** {@code resources Pod in namespaces ["kiosk"]}. */
  record Resources(Resource resource, Origin at) implements ExemptionClause {}

  /** {@code until 2026-12-31}. */
  record Until(Expression.Literal date, Origin at) implements ExemptionClause {}

  /** {@code owner "who"}. */
  record Owner(StringLiteral text, Origin at) implements ExemptionClause {}

  /** {@code ticket "number"}. */
  record Ticket(StringLiteral text, Origin at) implements ExemptionClause {}

  /** {@code because "reason"}. */
  record Because(StringLiteral text, Origin at) implements ExemptionClause {}

  /** What recovery skipped. */
  record Error(Origin at) implements ExemptionClause {}
}
