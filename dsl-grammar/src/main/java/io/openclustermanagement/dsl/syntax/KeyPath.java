package io.openclustermanagement.dsl.syntax;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The key of an object entry or of a taint. {@code spec.replicas} has two parts; {@code
 * "limits.memory"} has one.
 *
 * @param parts at least one key
 */
public record KeyPath(List<Name> parts, Origin at) implements Node {
  public KeyPath {
    parts = List.copyOf(parts);
  }

  /** The keys joined by dots. */
  public String text() {
    return parts.stream().map(Name::text).collect(Collectors.joining("."));
  }
}
