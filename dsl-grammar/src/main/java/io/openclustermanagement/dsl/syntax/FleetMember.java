package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a {@code fleet}. */
public sealed interface FleetMember extends Node {

  /**
   * {@code cluster name like parent named ["a", "b"] { … }}.
   *
   * @param parent the cluster whose facts are taken over, or null
   * @param names the names of several equal clusters, or null for one cluster of the given name
   */
  record Cluster(
      Name name,
      @Nullable Name parent,
      @Nullable ListLiteral names,
      List<ClusterClause> clauses,
      Origin at)
      implements FleetMember {
    public Cluster {
      clauses = List.copyOf(clauses);
    }
  }

  /** {@code policy p is Compliant on [a, b]}. */
  record PolicyState(QualifiedName policy, Name state, List<QualifiedName> clusters, Origin at)
      implements FleetMember {
    public PolicyState {
      clusters = List.copyOf(clusters);
    }
  }

  /** What recovery skipped. */
  record Error(Origin at) implements FleetMember {}
}
