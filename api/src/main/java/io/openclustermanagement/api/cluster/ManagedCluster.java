package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that a hub knows ({@code cluster/v1 ManagedCluster}).
 *
 * @param metadata name, labels and the rest
 * @param spec what the hub's administrators decided
 * @param status what the agent reports
 */
@Kind(
    group = ClusterApi.GROUP,
    version = "v1",
    plural = "managedclusters",
    shortNames = {"mcl", "mcls"},
    printerColumns = {
      @PrinterColumn(name = "Hub Accepted", type = "boolean", jsonPath = ".spec.hubAcceptsClient"),
      @PrinterColumn(
          name = "Managed Cluster URLs",
          jsonPath = ".spec.managedClusterClientConfigs[*].url"),
      @PrinterColumn(
          name = "Joined",
          jsonPath = ".status.conditions[?(@.type==\"ManagedClusterJoined\")].status"),
      @PrinterColumn(
          name = "Available",
          jsonPath = ".status.conditions[?(@.type==\"ManagedClusterConditionAvailable\")].status"),
      @PrinterColumn(name = "Age", type = "date", jsonPath = ".metadata.creationTimestamp")
    })
public record ManagedCluster(
    @Property(required = true) ObjectMeta metadata,
    @Nullable ManagedClusterSpec spec,
    @Nullable ManagedClusterStatus status)
    implements KubernetesObject {
  /** Group and version. */
  public static final String API_VERSION = ClusterApi.GROUP + "/v1";

  /** The kind. */
  public static final String KIND = "ManagedCluster";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The taints, also of a cluster without a spec. */
  public List<Taint> taints() {
    return spec == null ? List.of() : spec.taints();
  }

  /**
   * Value by name of the claims, in reported order; of a name that comes twice the last counts, as
   * for upstream's selectors ({@code pkg/placement/helpers}).
   */
  public Map<String, String> claims() {
    if (status == null) {
      return Map.of();
    }
    Map<String, String> claims = new LinkedHashMap<>();
    for (ManagedClusterClaim claim : status.clusterClaims()) {
      if (claim.name() != null) {
        claims.put(claim.name(), claim.value() == null ? "" : claim.value());
      }
    }
    return claims;
  }

  /** What pods can use, by resource. */
  public Map<String, Quantity> allocatable() {
    return status == null ? Map.of() : status.allocatable();
  }

  /** What the nodes have, by resource. */
  public Map<String, Quantity> capacity() {
    return status == null ? Map.of() : status.capacity();
  }
}
