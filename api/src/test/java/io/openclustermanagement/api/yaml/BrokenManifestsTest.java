package io.openclustermanagement.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads each manifest of the folder {@code broken} and compares the problems, with the text they
 * point to, with the file {@code .err} beside it. {@code -Dgolden.write=true} rewrites those files.
 */
class BrokenManifestsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("repository.root", ".."), "api/src/test/resources/broken");

  @TestFactory
  Stream<DynamicTest> problemsAreAsExpected() throws IOException {
    return files(".yaml").stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> compare(file)));
  }

  @Test
  void noExpectationIsLeftOver() throws IOException {
    assertThat(files(".err"))
        .allSatisfy(file -> assertThat(FOLDER.resolve(name(file) + ".yaml")).exists());
  }

  @Test
  void everySortOfMistakeHasAFile() throws IOException {
    Set<Problem.Kind> kinds = EnumSet.noneOf(Problem.Kind.class);
    for (Path file : files(".yaml")) {
      read(file).problems().forEach(problem -> kinds.add(problem.kind()));
    }
    // Too large for a file of the repository; LimitsTest has them.
    kinds.add(Problem.Kind.YAML_TOO_LARGE);
    kinds.add(Problem.Kind.YAML_TOO_MANY_DOCUMENTS);
    assertThat(kinds).containsExactlyInAnyOrder(Problem.Kind.values());
  }

  private static void compare(Path file) throws IOException {
    String found = render(read(file));
    Path expectation = FOLDER.resolve(name(file) + ".err");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expectation, found);
    } else if (!Files.exists(expectation)) {
      Files.writeString(expectation, found);
      fail("%s was missing and has been written; read it.", expectation.getFileName());
    }
    assertThat(found).isEqualTo(Files.readString(expectation));
  }

  private static Manifests read(Path file) throws IOException {
    return ManifestReader.read(file.getFileName().toString(), Files.readAllBytes(file));
  }

  private static String render(Manifests manifests) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : manifests.problems()) {
      Position position = Objects.requireNonNull(problem.position());
      String pointed =
          manifests.text().isEmpty()
              ? ""
              : manifests.text().substring(position.start(), position.end());
      assertThat(pointed).doesNotContain("\n");
      text.append(
          "%d:%d %s %s%n  >%s<%n  %s%n"
              .formatted(
                  position.line(),
                  position.column(),
                  problem.kind(),
                  problem.path(),
                  pointed.length() > 100 ? pointed.substring(0, 100) + "…" : pointed,
                  problem.message()));
      if (problem.help() != null) {
        text.append("  ").append(problem.help()).append('\n');
      }
    }
    return text.toString();
  }

  private static List<Path> files(String extension) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
