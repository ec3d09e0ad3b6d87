package io.openclustermanagement.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.diagnostic.DiagnosticRenderer;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages as users see them, in the folder {@code errors}. */
class ErrorSnippetsTest {

  static List<Path> snippets() {
    return Golden.files("errors", ".ocm");
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void areReportedAsExpected(Path snippet) {
    SourceFile file = new SourceFile(snippet.getFileName().toString(), Golden.read(snippet));
    ParseResult result = OcmParser.parse(file);
    assertThat(result.diagnostics()).isNotEmpty();
    Golden.check(
        Golden.beside(snippet, ".err"), new DiagnosticRenderer(false).render(result.diagnostics()));
  }

  @Test
  void haveNoOrphanedExpectations() {
    assertThat(Golden.files("errors", ".err"))
        .allMatch(expectation -> snippets().contains(Golden.beside(expectation, ".ocm")));
  }
}
