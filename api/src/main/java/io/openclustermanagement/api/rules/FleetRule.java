package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A rule over the fleet, which the hub checks.
 *
 * @param metadata namespace, name and the rest
 * @param spec the rule
 * @param status whether it holds
 */
@Kind(
    group = RulesApi.GROUP,
    version = "v1alpha1",
    plural = "fleetrules",
    namespaced = true,
    printerColumns = {
      @PrinterColumn(name = "Holds", type = "string", jsonPath = ".status.holds"),
      @PrinterColumn(name = "Age", type = "date", jsonPath = ".metadata.creationTimestamp")
    })
public record FleetRule(
    @Property(required = true) ObjectMeta metadata,
    @Property(required = true) FleetRuleSpec spec,
    @Nullable FleetRuleStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = RulesApi.GROUP + "/v1alpha1";

  /** The kind. */
  public static final String KIND = "FleetRule";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
