package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A rule over the objects of a cluster, in the expression language of Kubernetes (CEL). Its
 * expressions see {@code object}, {@code params} and {@code variables}.
 *
 * @param metadata namespace, name and the rest
 * @param spec the rule
 * @param status whether it holds
 */
@Kind(
    group = RulesApi.GROUP,
    version = "v1alpha1",
    plural = "rulepolicies",
    namespaced = true,
    policyTemplate = true,
    printerColumns = {
      @PrinterColumn(name = "Compliance state", type = "string", jsonPath = ".status.compliant"),
      @PrinterColumn(name = "Age", type = "date", jsonPath = ".metadata.creationTimestamp")
    })
public record RulePolicy(
    @Property(required = true) ObjectMeta metadata,
    @Property(required = true) RulePolicySpec spec,
    @Nullable RulePolicyStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = RulesApi.GROUP + "/v1alpha1";

  /** The kind. */
  public static final String KIND = "RulePolicy";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
