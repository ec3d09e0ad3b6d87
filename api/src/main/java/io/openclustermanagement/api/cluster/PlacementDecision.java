package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the clusters that a placement chose ({@code cluster/v1beta1 PlacementDecision}).
 *
 * @param metadata namespace, name and the labels that name the placement and the group
 * @param status the clusters
 */
@Kind(
    group = ClusterApi.GROUP,
    version = "v1beta1",
    plural = "placementdecisions",
    namespaced = true)
public record PlacementDecision(
    @Property(required = true) ObjectMeta metadata, @Nullable PlacementDecisionStatus status)
    implements KubernetesObject {
  /** Group and version. */
  public static final String API_VERSION = ClusterApi.GROUP + "/v1beta1";

  /** The kind. */
  public static final String KIND = "PlacementDecision";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The clusters, also of a decision that has no status yet. */
  public List<ClusterDecision> decisions() {
    return status == null ? List.of() : status.decisions();
  }
}
