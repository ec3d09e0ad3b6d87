package io.openclustermanagement.cli.input;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that the user named, or that lies in a directory that the user named.
 *
 * @param name the path as the user would write it, or {@code <stdin>}
 * @param path where it lies; empty for standard input
 * @param language what it is written in
 */
public record InputFile(String name, Optional<Path> path, Language language) {

  /** Standard input. */
  public static InputFile stdin(Language language) {
    return new InputFile("<stdin>", Optional.empty(), language);
  }

  /** What a file is written in. */
  public enum Language {
    OCM,
    YAML;

    /** By the ending of the name; files with other endings are none of ours. */
    static Optional<Language> of(Path path) {
      String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".ocm")) {
        return Optional.of(OCM);
      }
      boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
      return yaml ? Optional.of(YAML) : Optional.empty();
    }
  }
}
