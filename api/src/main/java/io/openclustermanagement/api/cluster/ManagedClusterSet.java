package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A group of clusters that placements choose from once it is bound to their namespace ({@code
 * cluster/v1beta2 ManagedClusterSet}).
 *
 * @param metadata name, labels and the rest
 * @param spec which clusters belong to it
 * @param status whether it has members
 */
@Kind(
    group = ClusterApi.GROUP,
    version = "v1beta2",
    plural = "managedclustersets",
    shortNames = {"mclset", "mclsets"},
    printerColumns = {
      @PrinterColumn(
          name = "Empty",
          jsonPath = ".status.conditions[?(@.type==\"ClusterSetEmpty\")].status"),
      @PrinterColumn(name = "Age", type = "date", jsonPath = ".metadata.creationTimestamp")
    })
public record ManagedClusterSet(
    @Property(required = true) ObjectMeta metadata,
    @Property(
            defaultJson = "{\"clusterSelector\": {\"selectorType\": \"ExclusiveClusterSetLabel\"}}")
        @Nullable ManagedClusterSetSpec spec,
    @Nullable ManagedClusterSetStatus status)
    implements KubernetesObject {
  /** Group and version. */
  public static final String API_VERSION = ClusterApi.GROUP + "/v1beta2";

  /** The kind. */
  public static final String KIND = "ManagedClusterSet";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
