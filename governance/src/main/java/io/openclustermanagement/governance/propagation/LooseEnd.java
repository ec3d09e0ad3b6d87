package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.PlacementKind;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A binding that leads nowhere. A hub says nothing about it: the policies are just not there.
 *
 * @param binding the binding
 * @param path the JSON pointer of what is wrong in it
 * @param problem a sentence
 */
public record LooseEnd(PlacementBinding binding, String path, String problem) {

  /** The loose ends of a hub, in the order of its bindings. */
  static List<LooseEnd> of(HubSnapshot hub) {
    return hub.bindings().stream().flatMap(binding -> of(binding, hub)).toList();
  }

  private static Stream<LooseEnd> of(PlacementBinding binding, HubSnapshot hub) {
    List<LooseEnd> ends = new ArrayList<>();
    String namespace = HubName.of(binding).namespace();
    String placement = binding.placementRef().name();
    if (binding.placementRef().kind() == PlacementKind.PLACEMENT_RULE) {
      ends.add(
          new LooseEnd(
              binding,
              "/placementRef/kind",
              "The PlacementRule `%s` chooses no clusters: nothing decides on its kind any more."
                  .formatted(placement)));
    } else if (BindingPath.decisions(binding, hub) == null) {
      ends.add(
          new LooseEnd(
              binding,
              "/placementRef/name",
              "There is no Placement `%s`.".formatted(new HubName(namespace, placement))));
    }
    for (int i = 0; i < binding.subjects().size(); i++) {
      HubName name = new HubName(namespace, binding.subjects().get(i).name());
      String pointer = "/subjects/" + i + "/name";
      switch (binding.subjects().get(i).kind()) {
        case POLICY -> {
          if (!hub.policies().containsKey(name)) {
            ends.add(missing(binding, pointer, Policy.KIND, name));
          }
        }
        case POLICY_SET -> {
          if (!hub.sets().containsKey(name)) {
            ends.add(missing(binding, pointer, PolicySet.KIND, name));
          }
        }
      }
    }
    return ends.stream();
  }

  private static LooseEnd missing(
      PlacementBinding binding, String path, String kind, HubName name) {
    return new LooseEnd(binding, path, "There is no %s `%s`.".formatted(kind, name));
  }
}
