package io.openclustermanagement.dsl.syntax;

import java.util.List;

/** A clause of {@code policyset}. */
public sealed interface PolicySetClause extends Node {

  /** {@code description "text"}. */
  record Description(StringLiteral text, Origin at) implements PolicySetClause {}

  /** {@code policies [a, b]}. */
  record Policies(List<QualifiedName> policies, Origin at) implements PolicySetClause {
    public Policies {
      policies = List.copyOf(policies);
    }
  }

  /** {@code on prod-eu}. */
  record On(List<QualifiedName> placements, Origin at) implements PolicySetClause {
    public On {
      placements = List.copyOf(placements);
    }
  }

  /** {@code enforce only on canary}. */
  record EnforceOnlyOn(List<QualifiedName> placements, Origin at) implements PolicySetClause {
    public EnforceOnlyOn {
      placements = List.copyOf(placements);
    }
  }

  /** {@code labels { … }}. */
  record Labels(ObjectLiteral labels, Origin at) implements PolicySetClause {}

  /** {@code annotations { … }}. */
  record Annotations(ObjectLiteral annotations, Origin at) implements PolicySetClause {}

  /** What recovery skipped. */
  record Error(Origin at) implements PolicySetClause {}
}
