package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Gives each cluster of some placements a work ({@code work/v1alpha1 ManifestWorkReplicaSet}).
 *
 * @param metadata namespace, name and the rest
 * @param spec which work, and where
 * @param status how far it is
 */
@Kind(
    group = WorkApi.GROUP,
    version = "v1alpha1",
    plural = "manifestworkreplicasets",
    shortNames = "mwrs",
    namespaced = true,
    printerColumns = {
      @PrinterColumn(
          name = "Placement",
          type = "string",
          jsonPath = ".status.conditions[?(@.type==\"PlacementVerified\")].reason"),
      @PrinterColumn(
          name = "Found",
          type = "string",
          jsonPath = ".status.conditions[?(@.type==\"PlacementVerified\")].status"),
      @PrinterColumn(
          name = "ManifestWorks",
          type = "string",
          jsonPath = ".status.conditions[?(@.type==\"ManifestworkApplied\")].reason"),
      @PrinterColumn(
          name = "Applied",
          type = "string",
          jsonPath = ".status.conditions[?(@.type==\"ManifestworkApplied\")].status")
    })
public record ManifestWorkReplicaSet(
    @Property(required = true) ObjectMeta metadata,
    @Nullable ManifestWorkReplicaSetSpec spec,
    @Nullable ManifestWorkReplicaSetStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = WorkApi.GROUP + "/v1alpha1";

  /** The kind. */
  public static final String KIND = "ManifestWorkReplicaSet";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
