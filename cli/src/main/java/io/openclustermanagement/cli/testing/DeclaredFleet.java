package io.openclustermanagement.cli.testing;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.compiler.program.FleetDefinition;
import io.openclustermanagement.compiler.program.FleetDefinition.FleetCluster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@code fleet} declaration as the objects that a hub with such clusters would have. */
public final class DeclaredFleet {
  private DeclaredFleet() {}

  /** The clusters and their scores; taints begin now. */
  public static List<KubernetesObject> objects(FleetDefinition fleet, Instant now) {
    List<KubernetesObject> objects = new ArrayList<>();
    for (FleetCluster cluster : fleet.clusters()) {
      for (String name : cluster.clusterNames()) {
        objects.add(ClusterChanges.apply(ClusterChanges.unknown(name), cluster.facts(), now));
        objects.addAll(ClusterChanges.scores(name, cluster.facts().scores()));
      }
    }
    return objects;
  }

  /** The objects of the clusters of which the fleet says some, by the name of the cluster. */
  static Map<String, List<GenericObject>> resources(FleetDefinition fleet) {
    Map<String, List<GenericObject>> resources = new LinkedHashMap<>();
    for (FleetCluster cluster : fleet.clusters()) {
      List<GenericObject> objects = ClusterChanges.resources(cluster.facts());
      if (!objects.isEmpty()) {
        cluster.clusterNames().forEach(name -> resources.put(name, objects));
      }
    }
    return resources;
  }
}
