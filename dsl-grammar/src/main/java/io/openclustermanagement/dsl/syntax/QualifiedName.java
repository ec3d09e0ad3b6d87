package io.openclustermanagement.dsl.syntax;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A name with dots: a module, or a reference to something declared, such as {@code prod-eu} or
 * {@code container-images.pinned-images}.
 *
 * @param parts at least one name
 */
public record QualifiedName(List<Name> parts, Origin at) implements Node {
  public QualifiedName {
    parts = List.copyOf(parts);
  }

  /** The names joined by dots. */
  public String text() {
    return parts.stream().map(Name::text).collect(Collectors.joining("."));
  }

  /** The last of the names. */
  public Name last() {
    return parts.getLast();
  }

  @Override
  public String toString() {
    return text();
  }
}
