package io.openclustermanagement.compiler;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.List;
import java.util.Optional;

/** Finds what sources refer to; the compiler itself reads no file. */
@FunctionalInterface
public interface SourceLoader {

  /** Knows no module but those given to the compiler. */
  SourceLoader NONE = _ -> Optional.empty();

  /** Knows some files by their names, and no module. A pattern is taken as a name. */
  static SourceLoader of(List<SourceFile> files) {
    return new SourceLoader() {
      @Override
      public Optional<SourceFile> module(String module) {
        return Optional.empty();
      }

      @Override
      public FileLookup files(SourceFile source, String pattern) {
        List<SourceFile> found =
            files.stream().filter(file -> file.name().equals(pattern)).toList();
        return new FileLookup(
            found,
            found.isEmpty()
                ? Optional.of("There is no file `%s`.".formatted(pattern))
                : Optional.empty());
      }
    };
  }

  /**
   * The source of an imported module that is not among the given ones.
   *
   * @param module the qualified name, such as {@code acme.fleet}
   */
  Optional<SourceFile> module(String module);

  /**
   * The files that a source names: manifests, CRDs, Rego.
   *
   * @param source the file that names them, next to which they lie
   * @param pattern a relative path, in which {@code *} and {@code ?} stand for characters of a
   *     name, and {@code **} for any directories
   */
  default FileLookup files(SourceFile source, String pattern) {
    return new FileLookup(List.of(), Optional.of("No file can be read here."));
  }

  /** The files that describe further kinds to all sources. Asked for only where kinds are named. */
  default List<SourceFile> schemas() {
    return List.of();
  }

  /**
   * Files that were asked for.
   *
   * @param found by name
   * @param problem why they cannot be read, a sentence; there are none then
   */
  record FileLookup(List<SourceFile> found, Optional<String> problem) {
    public FileLookup {
      found = List.copyOf(found);
    }
  }
}
