package io.openclustermanagement.dsl.testing;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The six files of {@code examples/language}, which together use the whole language. */
public final class Examples {

  private static final Path ROOT =
      Path.of(System.getProperty("repository.root"), "examples", "language");

  private Examples() {}

  /** All six, in the order of their names. */
  public static List<SourceFile> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".ocm"))
          .sorted()
          .map(Examples::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of them by its path below the folder. */
  public static SourceFile named(String path) {
    return read(ROOT.resolve(path));
  }

  private static SourceFile read(Path file) {
    try {
      return new SourceFile(ROOT.relativize(file).toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
