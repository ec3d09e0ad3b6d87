package io.openclustermanagement.compiler.program;

/** What can be asked of a managed cluster. */
public sealed interface Property {

  /** The type of the value where the cluster has one. */
  default Type type() {
    return switch (this) {
      case Label _, Claim _, Name _ -> Type.Simple.STRING;
      case Allocatable _, Capacity _ -> Type.Simple.QUANTITY;
      case KubernetesVersion _ -> Type.Simple.VERSION;
      case Available _ -> Type.Simple.BOOL;
    };
  }

  /** A label of the ManagedCluster. */
  record Label(String key) implements Property {}

  /** A cluster claim, {@code status.clusterClaims[]}. */
  record Claim(String key) implements Property {}

  /** {@code status.allocatable}. */
  record Allocatable(String resource) implements Property {}

  /** {@code status.capacity}. */
  record Capacity(String resource) implements Property {}

  /** {@code status.version.kubernetes}; absent where it is no semantic version. */
  record KubernetesVersion() implements Property {}

  /** The name of the ManagedCluster. */
  record Name() implements Property {}

  /** Whether the condition {@code ManagedClusterConditionAvailable} is True. */
  record Available() implements Property {}
}
