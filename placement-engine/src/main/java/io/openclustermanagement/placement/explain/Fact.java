package io.openclustermanagement.placement.explain;

import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.placement.ClusterFacts;
import org.jspecify.annotations.Nullable;

/** A place of a cluster where a value is or is not. */
sealed interface Fact {

  record Label(String key) implements Fact {}

  record Claim(String name) implements Fact {}

  record Version() implements Fact {}

  record Allocatable(String resource) implements Fact {}

  record Capacity(String resource) implements Fact {}

  /** The value there; {@code null} if there is none. */
  default @Nullable String read(ManagedCluster cluster) {
    return switch (this) {
      case Label(String key) -> ClusterFacts.label(cluster, key);
      case Claim(String name) -> ClusterFacts.claim(cluster, name);
      case Version() ->
          cluster.status() == null || cluster.status().version() == null
              ? null
              : cluster.status().version().kubernetes();
      case Allocatable(String resource) -> text(cluster.allocatable().get(resource));
      case Capacity(String resource) -> text(cluster.capacity().get(resource));
    };
  }

  private static @Nullable String text(@Nullable Quantity amount) {
    return amount == null ? null : amount.text();
  }

  /** The change that puts the value there; {@code null} if nobody would make it. */
  default @Nullable Change change(String cluster, @Nullable String value) {
    return switch (this) {
      case Label(String key) -> label(cluster, key, value);
      case Claim(String name) ->
          value == null
              ? new Change.RemoveClaim(cluster, name)
              : new Change.SetClaim(cluster, name, value);
      case Version() -> value == null ? null : new Change.SetVersion(cluster, value);
      case Allocatable(String resource) ->
          value == null || !Quantity.isValid(value)
              ? null
              : new Change.SetAllocatable(cluster, resource, new Quantity(value));
      case Capacity(String resource) ->
          value == null || !Quantity.isValid(value)
              ? null
              : new Change.SetCapacity(cluster, resource, new Quantity(value));
    };
  }

  private static Change label(String cluster, String key, @Nullable String value) {
    if (value == null) {
      return new Change.RemoveLabel(cluster, key);
    }
    return key.equals(ClusterLabels.CLUSTER_SET)
        ? new Change.JoinClusterSet(cluster, value)
        : new Change.SetLabel(cluster, key, value);
  }
}
