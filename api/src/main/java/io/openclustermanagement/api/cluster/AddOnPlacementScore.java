package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Scores that an add-on computed for a cluster, in the namespace of that cluster ({@code
 * cluster/v1alpha1 AddOnPlacementScore}).
 *
 * @param metadata the namespace is the cluster, the name is the resource name of a score coordinate
 * @param status the scores
 */
@Kind(
    group = ClusterApi.GROUP,
    version = "v1alpha1",
    plural = "addonplacementscores",
    namespaced = true)
public record AddOnPlacementScore(
    @Property(required = true) ObjectMeta metadata, @Nullable AddOnPlacementScoreStatus status)
    implements KubernetesObject {
  /** Group and version. */
  public static final String API_VERSION = ClusterApi.GROUP + "/v1alpha1";

  /** The kind. */
  public static final String KIND = "AddOnPlacementScore";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
