package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;

/**
 * Lets clusters or objects off policies and rules until a day.
 *
 * @param metadata namespace, name and the rest
 * @param spec who is let off what
 */
@Kind(
    group = RulesApi.GROUP,
    version = "v1alpha1",
    plural = "exemptions",
    namespaced = true,
    statusSubresource = false,
    printerColumns = {
      @PrinterColumn(name = "Until", type = "string", jsonPath = ".spec.until"),
      @PrinterColumn(name = "Owner", type = "string", jsonPath = ".spec.owner")
    })
public record Exemption(
    @Property(required = true) ObjectMeta metadata, @Property(required = true) ExemptionSpec spec)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = RulesApi.GROUP + "/v1alpha1";

  /** The kind. */
  public static final String KIND = "Exemption";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
