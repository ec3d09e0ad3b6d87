package io.openclustermanagement.dsl.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders of inputs with the expected output beside each. A missing expectation is written and the
 * test fails; {@code -Dgolden.write=true} rewrites all of them.
 */
public final class Golden {

  private static final boolean WRITE = Boolean.getBoolean("golden.write");

  private Golden() {}

  /** The files of a folder of the test resources whose names end in a suffix, in order. */
  public static List<Path> files(String folder, String suffix) {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder in the sources, where expectations are written. */
  private static Path folder(String folder) {
    return Path.of(
        System.getProperty("repository.root"), "dsl-grammar", "src", "test", "resources", folder);
  }

  /** The file beside an input with another suffix. */
  public static Path beside(Path input, String suffix) {
    String name = input.getFileName().toString();
    return input.resolveSibling(name.substring(0, name.lastIndexOf('.')) + suffix);
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares an output with the expectation in a file. */
  public static void check(Path expectation, String actual) {
    if (WRITE || !Files.exists(expectation)) {
      write(expectation, actual);
      if (!WRITE) {
        fail("%s was missing and has been written; look at it.", expectation);
      }
    }
    assertThat(actual).as("%s", expectation).isEqualTo(read(expectation));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
