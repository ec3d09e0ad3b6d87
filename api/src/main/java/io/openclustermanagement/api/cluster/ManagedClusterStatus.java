package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the agent of a cluster reports.
 *
 * @param conditions observations, by type
 * @param capacity what the nodes have, by resource
 * @param allocatable what pods can use, by resource
 * @param version versions on the cluster
 * @param clusterClaims what the cluster says about itself, in reported order
 * @param managedNamespaces namespaces that the sets of the cluster want on it
 */
public record ManagedClusterStatus(
    @Property(listMapKeys = "type") List<Condition> conditions,
    Map<String, Quantity> capacity,
    Map<String, Quantity> allocatable,
    @Nullable ManagedClusterVersion version,
    List<ManagedClusterClaim> clusterClaims,
    @Property(listMapKeys = {"clusterSet", "name"})
        List<ClusterSetManagedNamespaceConfig> managedNamespaces) {
  public ManagedClusterStatus {
    conditions = Copies.of(conditions);
    capacity = Copies.of(capacity);
    allocatable = Copies.of(allocatable);
    clusterClaims = Copies.of(clusterClaims);
    managedNamespaces = Copies.of(managedNamespaces);
  }
}
