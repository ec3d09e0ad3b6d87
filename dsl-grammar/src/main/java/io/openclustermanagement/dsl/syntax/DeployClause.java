package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause of {@code deploy}. */
public sealed interface DeployClause extends Node {

  /** {@code to canary, prod}. */
  record To(List<QualifiedName> placements, Origin at) implements DeployClause {
    public To {
      placements = List.copyOf(placements);
    }
  }

  /** {@code manifests { … }}. */
  record Manifests(List<Resource> resources, Origin at) implements DeployClause {
    public Manifests {
      resources = List.copyOf(resources);
    }
  }

  /** {@code rollout perGroup { … }}. */
  record Rollout(RolloutType type, List<RolloutClause> clauses, Origin at) implements DeployClause {
    public Rollout {
      clauses = List.copyOf(clauses);
    }
  }

  /** In which steps a rollout goes. */
  enum RolloutType {
    ALL,
    PROGRESSIVE,
    PER_GROUP
  }

  /** {@code apply serverSide force ignoring ["/spec/replicas"]}. */
  record Apply(ApplyMode mode, boolean force, @Nullable ListLiteral ignoring, Origin at)
      implements DeployClause {}

  /** How the agent writes a manifest. */
  enum ApplyMode {
    UPDATE,
    SERVER_SIDE,
    CREATE_ONLY,
    READ_ONLY
  }

  /** {@code healthy when Deployment "web" in "shop": condition}. */
  record HealthyWhen(
      KindName kind,
      StringLiteral name,
      @Nullable StringLiteral namespace,
      Expression condition,
      Origin at)
      implements DeployClause {}

  /**
   * {@code report Deployment "web" in "shop" status}.
   *
   * @param paths the fields to report, or null for the well-known status
   */
  record Report(
      KindName kind,
      StringLiteral name,
      @Nullable StringLiteral namespace,
      @Nullable ListLiteral paths,
      Origin at)
      implements DeployClause {}

  /** {@code as serviceaccount "shop/deployer"}. */
  record AsServiceAccount(StringLiteral account, Origin at) implements DeployClause {}

  /** {@code on delete foreground}. */
  record OnDelete(Propagation propagation, Origin at) implements DeployClause {}

  /** What happens to the manifests when the deployment is deleted. */
  enum Propagation {
    FOREGROUND,
    BACKGROUND,
    ORPHAN
  }

  /** {@code labels { … }}. */
  record Labels(ObjectLiteral labels, Origin at) implements DeployClause {}

  /** {@code annotations { … }}. */
  record Annotations(ObjectLiteral annotations, Origin at) implements DeployClause {}

  /** What recovery skipped. */
  record Error(Origin at) implements DeployClause {}
}
