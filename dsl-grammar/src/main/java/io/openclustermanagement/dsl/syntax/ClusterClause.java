package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact about a cluster, in a {@code fleet} or behind {@code given x has}. */
public sealed interface ClusterClause extends Node {

  /** {@code set prod}. */
  record Set(QualifiedName clusterSet, Origin at) implements ClusterClause {}

  /** {@code labels { … }}. */
  record Labels(ObjectLiteral labels, Origin at) implements ClusterClause {}

  /** {@code claims { … }}. */
  record Claims(ObjectLiteral claims, Origin at) implements ClusterClause {}

  /** {@code version v1.31.2}. */
  record Version(Expression version, Origin at) implements ClusterClause {}

  /** {@code allocatable { cpu: 64 }}. */
  record Allocatable(ObjectLiteral resources, Origin at) implements ClusterClause {}

  /** {@code taint "key" == "value" NoSelect}. */
  record Taint(KeyPath key, @Nullable StringLiteral value, Name effect, Origin at)
      implements ClusterClause {}

  /** {@code condition Available = False}. */
  record Condition(Name type, Name status, Origin at) implements ClusterClause {}

  /** {@code score "resource-usage" { cpuAvailable: 80 }}. */
  record Score(StringLiteral resource, ObjectLiteral scores, Origin at) implements ClusterClause {}

  /** {@code resources { … }}, or {@code resources from "*.yaml"}. */
  record Resources(List<Resource> resources, Origin at) implements ClusterClause {
    public Resources {
      resources = List.copyOf(resources);
    }
  }

  /** What recovery skipped. */
  record Error(Origin at) implements ClusterClause {}
}
