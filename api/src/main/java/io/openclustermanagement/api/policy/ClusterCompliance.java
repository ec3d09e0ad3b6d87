package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a policy on a cluster.
 *
 * @param compliant the state; absent while it is unknown
 * @param clusterName the name of the cluster
 * @param clusterNamespace its namespace on the hub
 * @param remainingBindings further bindings that choose the cluster
 */
public record ClusterCompliance(
    @Nullable ComplianceState compliant,
    @Property(name = "clustername") @Nullable String clusterName,
    @Property(name = "clusternamespace") @Nullable String clusterNamespace,
    List<RemainingBinding> remainingBindings) {
  public ClusterCompliance {
    remainingBindings = Copies.of(remainingBindings);
  }
}
