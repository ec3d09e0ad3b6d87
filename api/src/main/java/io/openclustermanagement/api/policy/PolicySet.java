package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Policies that go together ({@code policy/v1beta1 PolicySet}).
 *
 * @param metadata namespace, name and the rest
 * @param spec which policies
 * @param status whether they hold
 */
@Kind(
    group = PolicyApi.GROUP,
    version = "v1beta1",
    plural = "policysets",
    shortNames = "plcset",
    namespaced = true,
    printerColumns = {
      @PrinterColumn(name = "Compliance state", type = "string", jsonPath = ".status.compliant"),
      @PrinterColumn(name = "Age", type = "date", jsonPath = ".metadata.creationTimestamp")
    })
public record PolicySet(
    @Property(required = true) ObjectMeta metadata,
    @Property(required = true) PolicySetSpec spec,
    @Nullable PolicySetStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = PolicyApi.GROUP + "/v1beta1";

  /** The kind. */
  public static final String KIND = "PolicySet";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
