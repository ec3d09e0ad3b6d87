package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Starts a job when a policy is violated ({@code policy/v1beta1 PolicyAutomation}).
 *
 * @param metadata namespace, name and the rest
 * @param spec which job, and when
 * @param status when jobs ran
 */
@Kind(
    group = PolicyApi.GROUP,
    version = "v1beta1",
    plural = "policyautomations",
    shortNames = "plca",
    namespaced = true)
public record PolicyAutomation(
    @Property(required = true) ObjectMeta metadata,
    @Property(required = true) PolicyAutomationSpec spec,
    @Nullable PolicyAutomationStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = PolicyApi.GROUP + "/v1beta1";

  /** The kind. */
  public static final String KIND = "PolicyAutomation";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
