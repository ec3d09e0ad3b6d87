package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.meta.KubernetesObject;
import java.util.Comparator;
import java.util.Objects;

/**
 * Which object of its kind on the hub.
 *
 * @param namespace empty for an object that names none
 */
public record HubName(String namespace, String name) implements Comparable<HubName> {
  private static final Comparator<HubName> ORDER =
      Comparator.comparing(HubName::namespace).thenComparing(HubName::name);

  /** The name of an object. */
  public static HubName of(KubernetesObject object) {
    return new HubName(
        Objects.requireNonNullElse(object.metadata().namespace(), ""), object.metadata().name());
  }

  /**
   * The name of the replicas of a policy in the namespaces of clusters ({@code FullNameForPolicy}
   * of the propagator's {@code controllers/common}).
   */
  public String replicated() {
    return namespace + "." + name;
  }

  @Override
  public int compareTo(HubName other) {
    return ORDER.compare(this, other);
  }

  /** {@code namespace/name}. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
