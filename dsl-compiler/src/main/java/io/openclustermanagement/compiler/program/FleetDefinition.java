package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;

/**
 * A fleet to test with.
 *
 * @param origin where its name is declared
 */
public record FleetDefinition(GlobalName name, List<FleetCluster> clusters, Origin origin) {

  public FleetDefinition {
    clusters = List.copyOf(clusters);
  }

  /**
   * A cluster of a fleet, or several that are alike.
   *
   * @param name what sources call it
   * @param clusterNames the names on the hub, at least one; the name itself unless {@code named}
   * @param facts all that holds, also what {@code like} brings
   * @param origin where its name is declared
   */
  public record FleetCluster(
      String name, List<String> clusterNames, ClusterFacts facts, Origin origin) {
    public FleetCluster {
      clusterNames = List.copyOf(clusterNames);
      if (clusterNames.isEmpty()) {
        throw new IllegalArgumentException("a cluster has a name");
      }
    }
  }
}
