package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example files of the repository check, and their clusters and placements compile. */
final class LanguageExamplesTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("repository.root", "..")).resolve("examples");

  @Test
  void languageExamplesCompile() throws IOException {
    Path folder = EXAMPLES.resolve("language");
    CompilationResult result =
        Compiler.compile(
            files(folder, ".ocm"),
            new CompilerOptions(
                Target.NATIVE, Map.of(), new ExampleLoader(files(folder, ".yaml"))));
    assertThat(result.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    String yaml =
        ManifestWriter.yaml(result.objects().stream().map(EmittedObject::object).toList());
    Path expected = Path.of("src/test/resources/golden/language.yaml");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, yaml);
    }
    assertThat(yaml).isEqualTo(Files.readString(expected));
  }

  @Test
  void placementExamplesCompile() throws IOException {
    List<SourceFile> sources =
        Stream.concat(
                files(EXAMPLES.resolve("placements"), ".ocm").stream(),
                files(EXAMPLES.resolve("tests"), ".ocm").stream())
            .toList();
    CompilationResult result = Compiler.compile(sources, CompilerOptions.DEFAULT);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.hasErrors()).isFalse();
  }

  private static List<SourceFile> files(Path folder, String extension) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(extension))
          .sorted()
          .map(LanguageExamplesTest::source)
          .toList();
    }
  }

  private static SourceFile source(Path file) {
    try {
      return new SourceFile(EXAMPLES.relativize(file).toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
