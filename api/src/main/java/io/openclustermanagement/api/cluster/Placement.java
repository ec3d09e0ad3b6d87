package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Chooses clusters ({@code cluster/v1beta1 Placement}).
 *
 * @param metadata namespace, name and the rest
 * @param spec which clusters are wanted
 * @param status what was chosen
 */
@Kind(
    group = ClusterApi.GROUP,
    version = "v1beta1",
    plural = "placements",
    namespaced = true,
    printerColumns = {
      @PrinterColumn(
          name = "Succeeded",
          jsonPath = ".status.conditions[?(@.type==\"PlacementSatisfied\")].status"),
      @PrinterColumn(
          name = "Reason",
          jsonPath = ".status.conditions[?(@.type==\"PlacementSatisfied\")].reason"),
      @PrinterColumn(
          name = "SelectedClusters",
          type = "integer",
          jsonPath = ".status.numberOfSelectedClusters")
    })
public record Placement(
    @Property(required = true) ObjectMeta metadata,
    @Property(required = true) PlacementSpec spec,
    @Nullable PlacementStatus status)
    implements KubernetesObject {
  /** Group and version. */
  public static final String API_VERSION = ClusterApi.GROUP + "/v1beta1";

  /** The kind. */
  public static final String KIND = "Placement";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
