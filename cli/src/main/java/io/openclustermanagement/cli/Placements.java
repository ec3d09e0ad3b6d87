package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Suggestion;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.input.SourceObject;
import java.util.List;

/** Finds placements by the names that users give. */
final class Placements {
  private Placements() {}

  /**
   * The placements of a name; a name without a namespace means those of every namespace.
   *
   * @throws UsageException if there is none
   */
  static List<SourceObject> named(List<SourceObject> placements, String name) {
    List<SourceObject> found = placements.stream().filter(p -> isNamed(p, name)).toList();
    if (found.isEmpty()) {
      List<String> names = placements.stream().map(p -> p.identity().name()).toList();
      throw new UsageException(
          "The sources hold no placement `%s`.%s"
              .formatted(name, Suggestion.sentence(name, names)));
    }
    return found;
  }

  private static boolean isNamed(SourceObject placement, String name) {
    return name.equals(placement.identity().name()) || name.equals(qualifiedName(placement));
  }

  /** {@code namespace/name}. */
  static String qualifiedName(SourceObject placement) {
    return placement.identity().namespace() + "/" + placement.identity().name();
  }
}
