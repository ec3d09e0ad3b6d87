package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Single facts of a cluster as the scheduler looks them up. */
public final class ClusterFacts {
  private ClusterFacts() {}

  /** The value of a label. */
  public static @Nullable String label(ManagedCluster cluster, String key) {
    return cluster.metadata().labels().get(key);
  }

  /**
   * The value of a claim; of a name that occurs twice the last counts, as upstream's map has it.
   */
  public static @Nullable String claim(ManagedCluster cluster, String name) {
    if (cluster.status() == null) {
      return null;
    }
    List<ManagedClusterClaim> claims = cluster.status().clusterClaims();
    for (int i = claims.size() - 1; i >= 0; i--) {
      ManagedClusterClaim claim = claims.get(i);
      if (name.equals(claim.name())) {
        return claim.value() == null ? "" : claim.value();
      }
    }
    return null;
  }
}
