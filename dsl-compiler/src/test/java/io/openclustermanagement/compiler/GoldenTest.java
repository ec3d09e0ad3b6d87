package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code .ocm} in a golden folder against the file beside it: the objects it compiles to, or
 * its findings. {@code -Dgolden.write=true} rewrites them.
 */
final class GoldenTest {

  private static final Path ROOT =
      Path.of(System.getProperty("repository.root", ".."))
          .resolve("dsl-compiler/src/test/resources/golden");

  @TestFactory
  Stream<DynamicTest> compiles() throws IOException {
    return tests("compile", ".yaml", GoldenTest::objects);
  }

  @TestFactory
  Stream<DynamicTest> reports() throws IOException {
    return tests("errors", ".err", Snippet::findings);
  }

  private static String objects(Snippet snippet) {
    assertThat(snippet.findings()).doesNotContain("error[");
    return snippet.yaml();
  }

  private static Stream<DynamicTest> tests(
      String folder, String extension, Function<Snippet, String> result) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      List<Path> inputs = files.filter(file -> file.toString().endsWith(".ocm")).sorted().toList();
      return inputs.stream()
          .map(
              input ->
                  DynamicTest.dynamicTest(
                      folder + "/" + input.getFileName(), () -> check(input, extension, result)));
    }
  }

  private static void check(Path input, String extension, Function<Snippet, String> result)
      throws IOException {
    String actual = result.apply(Snippet.parse(Files.readString(input)));
    Path expected = Path.of(input.toString().replaceAll("\\.ocm$", extension));
    if (Boolean.getBoolean("golden.write") || !Files.exists(expected)) {
      boolean missing = !Files.exists(expected);
      Files.writeString(expected, actual);
      if (missing && !Boolean.getBoolean("golden.write")) {
        fail("wrote the missing expectation " + expected + "; look at it");
      }
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
