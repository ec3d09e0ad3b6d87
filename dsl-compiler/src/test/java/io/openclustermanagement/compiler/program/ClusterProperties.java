package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.ManagedClusterVersion;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.ConditionStatus;
import io.openclustermanagement.api.meta.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads properties of a ManagedCluster. */
final class ClusterProperties {

  private static final String AVAILABLE = "ManagedClusterConditionAvailable";

  private ClusterProperties() {}

  /** The value; empty where the cluster lacks it. */
  static Optional<Value> read(ManagedCluster cluster, Property property) {
    return switch (property) {
      case Property.Label(String key) ->
          Optional.ofNullable(cluster.metadata().labels().get(key)).map(Value.StringValue::new);
      case Property.Claim(String name) -> claim(cluster, name).map(Value.StringValue::new);
      case Property.Allocatable(String resource) ->
          amount(cluster, ManagedClusterStatus::allocatable, resource);
      case Property.Capacity(String resource) ->
          amount(cluster, ManagedClusterStatus::capacity, resource);
      case Property.KubernetesVersion _ -> version(cluster);
      case Property.Name _ -> Optional.of(new Value.StringValue(cluster.metadata().name()));
      case Property.Available _ -> Optional.of(new Value.BoolValue(isAvailable(cluster)));
    };
  }

  private static Optional<ManagedClusterStatus> status(ManagedCluster cluster) {
    return Optional.ofNullable(cluster.status());
  }

  private static Optional<String> claim(ManagedCluster cluster, String name) {
    return status(cluster).stream()
        .flatMap(status -> status.clusterClaims().stream())
        .filter(claim -> name.equals(claim.name()))
        .flatMap(claim -> Optional.ofNullable(claim.value()).stream())
        .findFirst();
  }

  private static Optional<Value> amount(
      ManagedCluster cluster,
      Function<ManagedClusterStatus, Map<String, Quantity>> amounts,
      String resource) {
    return status(cluster).map(amounts).map(all -> all.get(resource)).map(Value.QuantityValue::new);
  }

  private static Optional<Value> version(ManagedCluster cluster) {
    return status(cluster)
        .map(ManagedClusterStatus::version)
        .map(ManagedClusterVersion::kubernetes)
        .flatMap(Version::reported)
        .map(Value.VersionValue::new);
  }

  private static boolean isAvailable(ManagedCluster cluster) {
    return status(cluster)
        .flatMap(status -> Condition.find(status.conditions(), AVAILABLE))
        .filter(condition -> condition.status() == ConditionStatus.TRUE)
        .isPresent();
  }
}
