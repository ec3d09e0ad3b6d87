package io.openclustermanagement.cli.testing;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.cli.input.YamlObjects;
import io.openclustermanagement.cli.output.OutputFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares generated objects with the files that tests name, or writes those files. */
public final class GoldenFiles {
  private final Path base;
  private final boolean write;

  /**
   * @param base what the names of test sources are relative to
   * @param write whether files that differ are rewritten
   */
  public GoldenFiles(Path base, boolean write) {
    this.base = base;
    this.write = write;
  }

  /**
   * How a file is not what it should be.
   *
   * @param lines what explains it
   */
  record Difference(String summary, List<String> lines) {}

  /**
   * Compares objects with a file. A missing file is written and counts as a difference, so that
   * somebody looks at it; with {@code --write} a file that differs is rewritten and counts as
   * equal.
   *
   * @param testSource the name of the source that holds the test
   * @param file the name of the file, relative to that source
   */
  Optional<Difference> compare(String testSource, String file, List<KubernetesObject> objects) {
    if (objects.isEmpty()) {
      return Optional.of(new Difference("no such object is generated", List.of()));
    }
    Path path = Path.of(testSource).resolveSibling(file);
    String actual = YamlObjects.write(objects);
    Optional<String> expected = content(base.resolve(path));
    if (expected.filter(actual::equals).isPresent()) {
      return Optional.empty();
    }
    if (expected.isEmpty() || write) {
      OutputFiles.write(base, Map.of(path.toString(), actual));
    }
    if (write) {
      return Optional.empty();
    }
    return Optional.of(
        expected
            .map(text -> difference(text, actual))
            .orElse(new Difference("there was no such file; it is written now", List.of())));
  }

  private static Optional<String> content(Path path) {
    try {
      return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Difference difference(String expected, String actual) {
    List<String> wanted = expected.lines().toList();
    List<String> found = actual.lines().toList();
    int at = 0;
    while (at < Math.min(wanted.size(), found.size()) && wanted.get(at).equals(found.get(at))) {
      at++;
    }
    return new Difference(
        "they differ first in line " + (at + 1),
        List.of(
            "- " + line(wanted, at), "+ " + line(found, at), "accept it with ocm test --write"));
  }

  private static String line(List<String> lines, int at) {
    return at < lines.size() ? lines.get(at).strip() : "(end of file)";
  }
}
