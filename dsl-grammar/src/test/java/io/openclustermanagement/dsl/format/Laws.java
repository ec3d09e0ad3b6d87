package io.openclustermanagement.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.OcmParser;
import io.openclustermanagement.dsl.parser.ParseResult;
import io.openclustermanagement.dsl.parser.SourceToken;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import io.openclustermanagement.dsl.testing.CanonicalTree;
import io.openclustermanagement.dsl.testing.TreeDifference;
import java.util.List;
import java.util.stream.Collectors;

/** What holds of the formatter whatever the input. */
final class Laws {

  private Laws() {}

  /** Formatting keeps the tree and the comments, and formatting again changes nothing. */
  static void assertHold(String source) {
    String formatted = format(source);
    assertThat(TreeDifference.first(CanonicalTree.of(parse(source)), parse(formatted)))
        .as("the tree of%n%s%nformatted%n%s", source, formatted)
        .isEmpty();
    assertThat(comments(formatted))
        .as("the comments of%n%s%nformatted%n%s", source, formatted)
        .isEqualTo(comments(source));
    assertThat(format(formatted)).as("formatted again, from%n%s", source).isEqualTo(formatted);
    assertTidy(formatted);
  }

  static String format(String source) {
    FormatResult result = OcmFormatter.format(new SourceFile("test.ocm", source));
    assertThat(result.diagnostics()).as("errors in%n%s", source).isEmpty();
    return result.text();
  }

  static SourceUnit parse(String source) {
    ParseResult result = OcmParser.parse(new SourceFile("test.ocm", source));
    assertThat(result.diagnostics()).as("errors in%n%s", source).isEmpty();
    return result.tree();
  }

  /** Ends with one line break, and no two blank lines follow each other outside of texts. */
  private static void assertTidy(String formatted) {
    if (!formatted.isEmpty()) {
      assertThat(formatted).endsWith("\n").doesNotEndWith("\n\n").doesNotStartWith("\n");
    }
    if (!formatted.contains("\"\"\"") && !formatted.contains("/*")) {
      assertThat(formatted).doesNotContain("\n\n\n").doesNotContain(" \n").doesNotContain("{\n\n");
    }
  }

  /** The comments with how often each occurs; the indentation of their lines does not count. */
  private static List<String> comments(String source) {
    return SourceToken.of(new SourceFile("test.ocm", source)).stream()
        .filter(SourceToken::comment)
        .map(comment -> comment.text().lines().map(String::strip).collect(Collectors.joining("\n")))
        .sorted()
        .toList();
  }
}
