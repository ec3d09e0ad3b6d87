package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Which objects have to be on a cluster ({@code policy/v1 ConfigurationPolicy}).
 *
 * @param metadata namespace, name and the rest
 * @param spec which objects
 * @param status whether they are there
 */
@Kind(
    group = PolicyApi.GROUP,
    version = "v1",
    plural = "configurationpolicies",
    namespaced = true,
    policyTemplate = true,
    printerColumns =
        @PrinterColumn(name = "Compliance state", type = "string", jsonPath = ".status.compliant"))
public record ConfigurationPolicy(
    @Property(required = true) ObjectMeta metadata,
    @Property(required = true) ConfigurationPolicySpec spec,
    @Nullable ConfigurationPolicyStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = PolicyApi.GROUP + "/v1";

  /** The kind. */
  public static final String KIND = "ConfigurationPolicy";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
