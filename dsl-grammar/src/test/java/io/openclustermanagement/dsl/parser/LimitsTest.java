package io.openclustermanagement.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Expression;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time limit only ends a test that would never end; nothing is measured. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LimitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"and", "or"})
  void tenThousandTermsAreOneNode(String operator) {
    ParseResult result = parse(String.join(" " + operator + " ", Collections.nCopies(10_000, "a")));
    assertThat(result.diagnostics()).isEmpty();
    Declaration.Param param = (Declaration.Param) result.tree().declarations().getFirst();
    int terms =
        switch (param.defaultValue()) {
          case Expression.And and -> and.operands().size();
          case Expression.Or or -> or.operands().size();
          case null, default -> 0;
        };
    assertThat(terms).isEqualTo(10_000);
  }

  @Test
  void aLongListIsNoDeepOne() {
    assertThat(parse("[" + "1, ".repeat(50_000) + "]").diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{ a: ",
        "{ a ",
        "f(",
        "a[",
        "not ",
        "- ",
        "has ",
        "if a then b else ",
        "any x in xs where ",
        "a implies ",
        "if ",
        "any x in ",
        "count(x in ",
        "((",
        "[{ a: (",
      })
  void deepNestingIsRefused(String opening) {
    for (int levels : new int[] {201, 1_000, 20_000}) {
      assertTooDeep(opening.repeat(levels));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".a", "?.a", "[0]", "()", " + a", " * a", " == a", " in a", " is b"})
  void longChainsAreRefused(String link) {
    assertTooDeep("a" + link.repeat(10_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {".a", "?.a", "[0]", "()", " + a", " == a"})
  void chainsOfOrdinaryLengthAreNot(String link) {
    assertThat(parse("a" + link.repeat(150)).diagnostics()).isEmpty();
  }

  @Test
  void nestingOfOrdinaryDepthIsNot() {
    assertThat(parse("(".repeat(150) + "a" + ")".repeat(150)).diagnostics()).isEmpty();
    assertThat(parse("{ a: [".repeat(60) + "1" + "] }".repeat(60)).diagnostics()).isEmpty();
    assertThat(parse("not ".repeat(150) + "a").diagnostics()).isEmpty();
  }

  @Test
  void stringsInInterpolationsInStringsEnd() {
    assertThat(parse("\"${".repeat(10_000)).diagnostics()).isNotEmpty();
    assertThat(parse("\"" + "${{".repeat(100_000) + "\"").diagnostics()).isNotEmpty();
  }

  @Test
  void manyUnbalancedBracketsEnd() {
    for (String text : new String[] {"{)", "}", "{", "(]", "{ a: ) "}) {
      assertThat(OcmParser.parse(new SourceFile("t", text.repeat(50_000))).diagnostics())
          .isNotEmpty();
    }
  }

  @Test
  void longLookaheadEnds() {
    String name = "a" + ".a".repeat(50_000);
    assertThat(
            OcmParser.parse(new SourceFile("t", "test \"t\" on f { given " + name + " is x oops }"))
                .diagnostics())
        .isNotEmpty();
  }

  @Test
  void aLargeFileIsRefused() {
    SourceFile file = new SourceFile("t", " ".repeat(Limits.MAX_LENGTH + 1));
    assertThat(OcmParser.parse(file).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.FILE_TOO_LARGE);
    SourceFile allowed = new SourceFile("t", " ".repeat(Limits.MAX_LENGTH));
    assertThat(OcmParser.parse(allowed).diagnostics()).isEmpty();
  }

  private static void assertTooDeep(String expression) {
    assertThat(parse(expression).diagnostics())
        .extracting(Diagnostic::code)
        .contains(Code.TOO_DEEP);
  }

  private static ParseResult parse(String expression) {
    return OcmParser.parse(new SourceFile("test.ocm", "param p: Any = " + expression));
  }
}
