package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example files of the repository check, and their clusters and placements compile. */
final class LanguageExamplesTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("repository.root", "..")).resolve("examples");

  @Test
  void languageExamplesCompile() throws IOException {
    CompilationResult result =
        Compiler.compile(sources(EXAMPLES.resolve("language")), CompilerOptions.DEFAULT);
    assertThat(result.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(result.objects().stream().map(each -> name(each.object())))
        .containsExactlyInAnyOrder(
            "ManagedClusterSet /prod",
            "ManagedClusterSet /edge",
            "ManagedClusterSetBinding acme-policies/prod",
            "ManagedClusterSetBinding acme-apps/prod",
            "ManagedClusterSetBinding acme-policies/edge",
            "ManagedClusterSetBinding acme-apps/edge",
            "Placement acme-policies/prod-eu",
            "Placement acme-policies/storefront-canary",
            "Placement acme-apps/storefront-canary");
    assertThat(result.isComplete()).isFalse();
  }

  @Test
  void placementExamplesCompile() throws IOException {
    List<SourceFile> sources =
        Stream.concat(
                sources(EXAMPLES.resolve("placements")).stream(),
                sources(EXAMPLES.resolve("tests")).stream())
            .toList();
    CompilationResult result = Compiler.compile(sources, CompilerOptions.DEFAULT);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.isComplete()).isTrue();
  }

  private static String name(KubernetesObject object) {
    String namespace = object.metadata().namespace();
    return object.kind()
        + " "
        + (namespace == null ? "" : namespace)
        + "/"
        + object.metadata().name();
  }

  private static List<SourceFile> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".ocm"))
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
