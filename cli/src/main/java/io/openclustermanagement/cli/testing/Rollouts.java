package io.openclustermanagement.cli.testing;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.work.LocalPlacementReference;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.placement.Decision;
import io.openclustermanagement.placement.rollout.RolloutOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** In which steps the clusters of a virtual hub get what is deployed. */
record Rollouts(VirtualHub hub, List<SourceObject> objects) {

  /** The clusters of each step, by name. Placements are gone through side by side. */
  List<List<String>> steps(HubName deployment) {
    List<SortedSet<String>> steps = new ArrayList<>();
    ManifestWorkReplicaSet found = find(ManifestWorkReplicaSet.class, deployment);
    if (found.spec() != null) {
      found.spec().placementRefs().forEach(each -> add(each, deployment.namespace(), steps));
    }
    return steps.stream().map(List::copyOf).toList();
  }

  private void add(
      LocalPlacementReference reference, String namespace, List<SortedSet<String>> steps) {
    Placement placement = find(Placement.class, new HubName(namespace, reference.name()));
    List<Decision> decisions = hub.decide(placement).decisions();
    List<List<String>> own = RolloutOrder.steps(reference.rolloutStrategy(), decisions);
    for (int i = 0; i < own.size(); i++) {
      if (i == steps.size()) {
        steps.add(new TreeSet<>());
      }
      steps.get(i).addAll(own.get(i));
    }
  }

  private <T extends KubernetesObject> T find(Class<T> type, HubName name) {
    return objects.stream()
        .map(SourceObject::object)
        .filter(type::isInstance)
        .map(type::cast)
        .filter(each -> HubName.of(each).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no object " + name));
  }
}
