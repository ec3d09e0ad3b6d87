package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold on the clusters that a binding chooses ({@code policy/v1 Policy}). On the hub it
 * is the root; in the namespace of a cluster, the replica for that cluster.
 *
 * @param metadata namespace, name and the rest
 * @param spec what has to hold
 * @param status whether it holds
 */
@Kind(
    group = PolicyApi.GROUP,
    version = "v1",
    plural = "policies",
    shortNames = "plc",
    namespaced = true,
    printerColumns = {
      @PrinterColumn(
          name = "Remediation action",
          type = "string",
          jsonPath = ".spec.remediationAction"),
      @PrinterColumn(name = "Compliance state", type = "string", jsonPath = ".status.compliant"),
      @PrinterColumn(name = "Age", type = "date", jsonPath = ".metadata.creationTimestamp")
    })
public record Policy(
    @Property(required = true) ObjectMeta metadata,
    @Property(required = true) PolicySpec spec,
    @Nullable PolicyStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = PolicyApi.GROUP + "/v1";

  /** The kind. */
  public static final String KIND = "Policy";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
