package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A property of a managed cluster, as it lies on that cluster ({@code cluster/v1alpha1
 * ClusterClaim}).
 *
 * @param metadata the name is the name of the claim
 * @param spec the value
 */
@Kind(
    group = ClusterApi.GROUP,
    version = "v1alpha1",
    plural = "clusterclaims",
    statusSubresource = false)
public record ClusterClaim(
    @Property(required = true) ObjectMeta metadata, @Nullable ClusterClaimSpec spec)
    implements KubernetesObject {
  /** Group and version. */
  public static final String API_VERSION = ClusterApi.GROUP + "/v1alpha1";

  /** The kind. */
  public static final String KIND = "ClusterClaim";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
