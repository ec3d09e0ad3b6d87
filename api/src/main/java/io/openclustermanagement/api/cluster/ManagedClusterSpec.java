package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the hub's administrators decided about a cluster.
 *
 * @param managedClusterClientConfigs how to reach the API server of the cluster
 * @param hubAcceptsClient whether the cluster may join the hub
 * @param leaseDurationSeconds seconds between heart beats of the agent
 * @param taints what placements have to tolerate to choose this cluster
 */
public record ManagedClusterSpec(
    List<ClientConfig> managedClusterClientConfigs,
    @Nullable Boolean hubAcceptsClient,
    @Property(defaultJson = "60") @Nullable Integer leaseDurationSeconds,
    List<Taint> taints) {
  public ManagedClusterSpec {
    managedClusterClientConfigs = Copies.of(managedClusterClientConfigs);
    taints = Copies.of(taints);
  }
}
