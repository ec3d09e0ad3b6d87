package io.openclustermanagement.cli;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.SortBy;
import io.openclustermanagement.api.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;

/** Whose hub can do what an object says. */
final class Fidelity {
  private Fidelity() {}

  /** In words; what upstream has in its API but no code for is named. */
  static String of(KubernetesObject object) {
    List<String> fields =
        object instanceof Placement placement ? nativeFields(placement) : List.of();
    return fields.isEmpty()
        ? "any hub"
        : "native hub only: upstream has no code for " + String.join(", ", fields);
  }

  private static List<String> nativeFields(Placement placement) {
    List<String> fields = new ArrayList<>();
    if (placement.spec().spreadPolicy() != null) {
      fields.add("spreadPolicy");
    }
    if (placement.spec().sortBy() == SortBy.SCORE) {
      fields.add("sortBy");
    }
    return fields;
  }
}
