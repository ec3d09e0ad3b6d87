package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * What certificates on a cluster have to fulfil ({@code policy/v1 CertificatePolicy}).
 *
 * @param metadata namespace, name and the rest
 * @param spec what is demanded
 * @param status whether it holds
 */
@Kind(
    group = PolicyApi.GROUP,
    version = "v1",
    plural = "certificatepolicies",
    namespaced = true,
    policyTemplate = true,
    printerColumns =
        @PrinterColumn(name = "Compliance state", type = "string", jsonPath = ".status.compliant"))
public record CertificatePolicy(
    @Property(required = true) ObjectMeta metadata,
    @Nullable CertificatePolicySpec spec,
    @Nullable CertificatePolicyStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = PolicyApi.GROUP + "/v1";

  /** The kind. */
  public static final String KIND = "CertificatePolicy";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
