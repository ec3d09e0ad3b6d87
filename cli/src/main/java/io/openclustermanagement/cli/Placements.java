package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Suggestion;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.input.SourceObject;
import java.util.List;

/** Finds placements and policies by the names that users give. */
final class Placements {
  private Placements() {}

  /**
   * The placements of a name; a name without a namespace means those of every namespace.
   *
   * @throws UsageException if there is none
   */
  static List<SourceObject> named(List<SourceObject> placements, String name) {
    return named(placements, "placement", name);
  }

  /**
   * The objects of a name; a name without a namespace means those of every namespace.
   *
   * @param what what people call the kind
   * @throws UsageException if there is none
   */
  static List<SourceObject> named(List<SourceObject> objects, String what, String name) {
    List<SourceObject> found = objects.stream().filter(each -> isNamed(each, name)).toList();
    if (found.isEmpty()) {
      List<String> names = objects.stream().map(each -> each.identity().name()).toList();
      throw new UsageException(
          "The sources hold no %s `%s`.%s".formatted(what, name, Suggestion.sentence(name, names)));
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
