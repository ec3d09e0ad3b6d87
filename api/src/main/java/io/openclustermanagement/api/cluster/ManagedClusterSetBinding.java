package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Makes a set available to the placements of a namespace ({@code cluster/v1beta2
 * ManagedClusterSetBinding}).
 *
 * @param metadata namespace, name and the rest
 * @param spec which set
 * @param status whether the set exists
 */
@Kind(
    group = ClusterApi.GROUP,
    version = "v1beta2",
    plural = "managedclustersetbindings",
    shortNames = {"mclsetbinding", "mclsetbindings"},
    namespaced = true)
public record ManagedClusterSetBinding(
    @Property(required = true) ObjectMeta metadata,
    @Nullable ManagedClusterSetBindingSpec spec,
    @Nullable ManagedClusterSetBindingStatus status)
    implements KubernetesObject {
  /** Group and version. */
  public static final String API_VERSION = ClusterApi.GROUP + "/v1beta2";

  /** The kind. */
  public static final String KIND = "ManagedClusterSetBinding";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
