package io.openclustermanagement.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each construct and each place of a comment looks like, in the folder {@code format}. */
class FormatSnippetsTest {

  static List<Path> snippets() {
    return Golden.files("format", ".ocm");
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void areFormattedAsExpected(Path snippet) {
    String source = Golden.read(snippet);
    Laws.assertHold(source);
    Golden.check(Golden.beside(snippet, ".formatted"), Laws.format(source));
  }

  @Test
  void haveNoOrphanedExpectations() {
    assertThat(Golden.files("format", ".formatted"))
        .allMatch(expectation -> snippets().contains(Golden.beside(expectation, ".ocm")));
  }
}
