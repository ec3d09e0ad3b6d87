package io.openclustermanagement.api.cluster;

import java.util.List;

/** The API group {@code cluster.open-cluster-management.io}. */
public final class ClusterApi {
  /** The name of the group. */
  public static final String GROUP = "cluster.open-cluster-management.io";

  private ClusterApi() {}

  /** The records of all kinds of the group, in alphabetical order. */
  public static List<Class<? extends Record>> kinds() {
    return List.of(
        AddOnPlacementScore.class,
        ClusterClaim.class,
        ManagedCluster.class,
        ManagedClusterSet.class,
        ManagedClusterSetBinding.class,
        Placement.class,
        PlacementDecision.class);
  }
}
