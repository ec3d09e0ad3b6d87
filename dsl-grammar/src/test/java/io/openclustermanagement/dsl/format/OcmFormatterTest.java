package io.openclustermanagement.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.OcmParser;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import org.junit.jupiter.api.Test;

class OcmFormatterTest {

  @Test
  void leavesAFileWithSyntaxErrorsAsItIs() {
    String source = "placement   p {\r\n  tolerat unreachable\r\n}";
    FormatResult result = OcmFormatter.format(new SourceFile("p.ocm", source));
    assertThat(result.text()).isEqualTo(source);
    assertThat(result.isClean()).isFalse();
    assertThat(result.diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.code()).isEqualTo(Code.UNKNOWN_CLAUSE);
              assertThat(diagnostic.primary().span().text()).isEqualTo("tolerat");
            });
  }

  @Test
  void writesLineFeedsAndNoByteOrderMark() {
    String source = "\uFEFFmodule a\r\n\r\n\r\nplacement p {\r  from a // b\r\n}\r\n/* c\r\n d */";
    assertThat(Laws.format(source))
        .isEqualTo("module a\n\nplacement p {\n  from a // b\n}\n/* c\n d */\n");
  }

  @Test
  void endsEveryFileWithOneLineBreak() {
    assertThat(Laws.format("module a")).isEqualTo("module a\n");
    assertThat(Laws.format("module a\n\n\n")).isEqualTo("module a\n");
    assertThat(Laws.format("module a // b")).isEqualTo("module a // b\n");
  }

  @Test
  void fillsALineUpToItsHundredthColumn() {
    String head = "param p: Bool = ";
    String fits = head + "a and " + "b".repeat(100 - head.length() - 6) + "\n";
    assertThat(fits).hasSize(101);
    assertThat(Laws.format(fits)).isEqualTo(fits);
    assertThat(Laws.format(fits.replace("a and", "aa and")).lines()).hasSize(2);
  }

  @Test
  void formatsChainsAndListsOfAnyLength() {
    Laws.assertHold("param p: Bool = a" + " and a".repeat(5_000));
    Laws.assertHold("param p: List<Int> = [1" + ", 1".repeat(5_000) + "]");
  }

  @Test
  void formatsWhatNestsAsDeeplyAsMayBe() {
    Laws.assertHold("param p: Any = " + "[".repeat(150) + "1" + "]".repeat(150));
    Laws.assertHold("param p: Any = " + "{ a: ".repeat(150) + "1" + "}".repeat(150));
    Laws.assertHold("param p: Any = " + "(a or ".repeat(90) + "1" + ")".repeat(90));
  }

  @Test
  void refusesATreeWithErrors() {
    SourceUnit tree = OcmParser.parse(new SourceFile("p.ocm", "placement p { tolerat x }")).tree();
    assertThatThrownBy(() -> OcmFormatter.format(tree))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
