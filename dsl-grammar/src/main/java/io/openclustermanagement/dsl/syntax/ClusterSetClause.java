package io.openclustermanagement.dsl.syntax;

/** A clause of {@code clusterset}. */
public sealed interface ClusterSetClause extends Node {

  /** {@code members labelled}: membership by the cluster set label. */
  record MembersLabelled(Origin at) implements ClusterSetClause {}

  /** {@code members where condition}. */
  record MembersWhere(Expression condition, Origin at) implements ClusterSetClause {}

  /** {@code members existing}: the set is on the hub already; only its bindings are ours. */
  record MembersExisting(Origin at) implements ClusterSetClause {}

  /** {@code bind to ["namespace"]}. */
  record BindTo(ListLiteral namespaces, Origin at) implements ClusterSetClause {}

  /** {@code manage namespaces ["namespace"]}. */
  record ManageNamespaces(ListLiteral namespaces, Origin at) implements ClusterSetClause {}

  /** {@code labels { … }}: labels of the cluster set itself. */
  record Labels(ObjectLiteral labels, Origin at) implements ClusterSetClause {}

  /** {@code annotations { … }}: annotations of the cluster set itself. */
  record Annotations(ObjectLiteral annotations, Origin at) implements ClusterSetClause {}

  /** What recovery skipped. */
  record Error(Origin at) implements ClusterSetClause {}
}
