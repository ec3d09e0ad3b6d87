package io.openclustermanagement.placement;

import io.openclustermanagement.api.meta.KubernetesObject;
import java.util.List;

/** Two objects of a snapshot have the same kind, namespace and name. */
public final class DuplicateObjectException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Duplicate> duplicates;

  /**
   * Two objects with one key.
   *
   * @param first the object added first
   * @param second the one added later, the very same instance that was handed in
   */
  public record Duplicate(KubernetesObject first, KubernetesObject second) {}

  DuplicateObjectException(List<Duplicate> duplicates) {
    super(duplicates.size() + " objects occur twice");
    this.duplicates = List.copyOf(duplicates);
  }

  /** Every pair, in the order in which they were added. */
  public List<Duplicate> duplicates() {
    return duplicates;
  }
}
