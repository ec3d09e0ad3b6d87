package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a {@code test}; steps run in order. */
public sealed interface TestStep extends Node {

  /** {@code given eu-2 has taint …}. */
  record GivenFact(Name cluster, ClusterClause fact, Origin at) implements TestStep {}

  /** {@code given baseline is Compliant on [eu-1]}. */
  record GivenState(QualifiedName policy, Name state, List<QualifiedName> clusters, Origin at)
      implements TestStep {
    public GivenState {
      clusters = List.copyOf(clusters);
    }
  }

  /** {@code given expression}. */
  record Given(Expression expression, Origin at) implements TestStep {}

  /** {@code after 31m}: lets time pass. */
  record After(Expression duration, Origin at) implements TestStep {}

  /** {@code expect placement p selects exactly [a, b] in order}. */
  record ExpectSelects(
      QualifiedName placement,
      boolean exactly,
      List<QualifiedName> clusters,
      boolean inOrder,
      Origin at)
      implements TestStep {
    public ExpectSelects {
      clusters = List.copyOf(clusters);
    }
  }

  /**
   * {@code expect placement p rejects us-1 because "region"}.
   *
   * @param because what the explanation contains, or null
   */
  record ExpectRejects(
      QualifiedName placement, Name cluster, @Nullable StringLiteral because, Origin at)
      implements TestStep {}

  /** {@code expect policy p is NonCompliant on eu-1 { … }}. */
  record ExpectPolicy(
      QualifiedName policy,
      Name state,
      List<QualifiedName> clusters,
      List<Violation> violations,
      Origin at)
      implements TestStep {
    public ExpectPolicy {
      clusters = List.copyOf(clusters);
      violations = List.copyOf(violations);
    }
  }

  /** {@code expect rollout d goes [[a], [b]]}. */
  record ExpectRollout(QualifiedName deployment, ListLiteral steps, Origin at)
      implements TestStep {}

  /** {@code expect fleetrule r holds}. */
  record ExpectHolds(QualifiedName fleetRule, Origin at) implements TestStep {}

  /**
   * {@code expect fleetrule r fails for ["eu-west-1"]}.
   *
   * @param keys for which groups, or null for any
   */
  record ExpectFails(QualifiedName fleetRule, @Nullable ListLiteral keys, Origin at)
      implements TestStep {}

  /** {@code expect generated Placement.prod matches "golden/prod.yaml"}. */
  record ExpectGenerated(QualifiedName resource, StringLiteral file, Origin at)
      implements TestStep {}

  /** {@code expect expression}. */
  record Expect(Expression expression, Origin at) implements TestStep {}

  /** What recovery skipped. */
  record Error(Origin at) implements TestStep {}
}
