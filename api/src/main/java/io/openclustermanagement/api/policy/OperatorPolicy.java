package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Which operator has to be installed on a cluster ({@code policy/v1beta1 OperatorPolicy}).
 *
 * @param metadata namespace, name and the rest
 * @param spec which operator
 * @param status whether it is there
 */
@Kind(
    group = PolicyApi.GROUP,
    version = "v1beta1",
    plural = "operatorpolicies",
    namespaced = true,
    policyTemplate = true)
public record OperatorPolicy(
    @Property(required = true) ObjectMeta metadata,
    @Nullable OperatorPolicySpec spec,
    @Nullable OperatorPolicyStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = PolicyApi.GROUP + "/v1beta1";

  /** The kind. */
  public static final String KIND = "OperatorPolicy";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
