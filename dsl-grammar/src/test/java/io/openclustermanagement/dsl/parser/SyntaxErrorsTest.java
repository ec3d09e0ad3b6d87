package io.openclustermanagement.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '¤',
      textBlock =
          """
          placement p { tolerat unreachable } | UNKNOWN_CLAUSE   | tolerat | A placement has no clause `tolerat`.
          exemption e { ownr "x" }            | UNKNOWN_CLAUSE   | ownr    | An exemption has no clause `ownr`.
          placmnt p { }                       | UNKNOWN_DECLARATION | placmnt | There is no declaration that begins with `placmnt`.
          placement p { where }               | UNEXPECTED_TOKEN | where   | Expected an expression after `where`.
          placement p { from any }            | RESERVED_WORD    | any     | `any` is a reserved word and cannot be a name here.
          placement p { where a = 1 }         | UNEXPECTED_TOKEN | =       | Expected a clause of placement or `}`, found `=`.
          placement p { where a.b c }         | UNEXPECTED_TOKEN | c       | `c` does not belong to this clause.
          placement p { sort by scor }        | UNEXPECTED_TOKEN | scor    | Expected `name` or `score`, found `scor`.
          placement p { where f(a }           | UNCLOSED_BRACKET | (       | This `(` is never closed.
          placement p {                       | UNCLOSED_BRACKET | {       | This `{` is never closed.
          placement p { } }                   | UNOPENED_BRACKET | }       | This `}` closes nothing.
          param p: Any = "abc                 | UNCLOSED_STRING  | "       | This string is never closed.
          param p: Any = "a ${b               | UNCLOSED_INTERPOLATION | "  | An interpolation in this string is never closed.
          param p: Any = "a ${b c}"           | UNEXPECTED_TOKEN | c       | Expected `}`, found `c`.
          param p: Any = \"""abc              | UNCLOSED_FENCE   | \"""    | This fenced text is never closed.
          param p: Any = 1 /* abc             | UNCLOSED_COMMENT | /*      | This comment is never closed.
          param p: Any = a § b                | STRAY_CHARACTER  | §       | The character U+00A7 means nothing here.
          param p: Any = a && b               | FOREIGN_NOTATION | &&      | `&&` is written `and` here.
          param p: Any = 10min                | BAD_NUMBER       | 10min   | `10min` is not a number, duration, quantity or version.
          param p: Any = "\\q"                | BAD_ESCAPE       | \\q     | There is no escape `\\q`.
          import crd "${x}"                   | NO_INTERPOLATION_HERE | ${x} | Only plain text may stand here, no interpolation.
          """)
  void oneMistakeIsOneError(String text, Code code, String underlined, String summary) {
    List<Diagnostic> diagnostics = parse(text.strip()).diagnostics();
    assertThat(diagnostics).hasSize(1);
    Diagnostic diagnostic = diagnostics.getFirst();
    assertThat(diagnostic.code()).isEqualTo(code);
    assertThat(diagnostic.summary()).isEqualTo(summary);
    assertThat(diagnostic.primary().span().text()).isEqualTo(underlined);
  }

  @Test
  void clausesAroundAnErrorAreKept() {
    ParseResult result =
        parse(
            """
            placement p {
              from prod
              tolerat unreachable for 5m
              where label.env ==
              choose 3
            }
            placement q { choose all }
            """);
    assertThat(result.diagnostics()).hasSize(2);
    Declaration.Placement p = (Declaration.Placement) result.tree().declarations().getFirst();
    assertThat(p.clauses())
        .hasExactlyElementsOfTypes(
            PlacementClause.From.class,
            PlacementClause.Error.class,
            PlacementClause.Where.class,
            PlacementClause.Choose.class);
    assertThat(((PlacementClause.Where) p.clauses().get(2)).condition())
        .isInstanceOf(Expression.Error.class);
    assertThat(result.tree().declarations().getLast()).isInstanceOf(Declaration.Placement.class);
  }

  @Test
  void theErrorNodeCoversWhatWasSkipped() {
    ParseResult result = parse("placement p {\n  frobnicate { from x\n where y }\n  choose 3\n}\n");
    Declaration.Placement p = (Declaration.Placement) result.tree().declarations().getFirst();
    assertThat(p.clauses().getFirst().span().text()).isEqualTo("frobnicate { from x\n where y }");
    assertThat(result.diagnostics()).hasSize(1);
  }

  @Test
  void aMissingBraceDoesNotSwallowTheNextDeclaration() {
    ParseResult result = parse("placement p {\n  from prod\n\nplacement q {\n  chose 3\n}\n");
    assertThat(result.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.UNCLOSED_BRACKET, Code.UNKNOWN_CLAUSE);
    assertThat(result.tree().declarations())
        .hasExactlyElementsOfTypes(Declaration.Placement.class, Declaration.Placement.class);
  }

  @Test
  void suggestsWithAnEditAndOnlyWhatIsClose() {
    Diagnostic close = parse("placement p {\n  tolerat x\n}").diagnostics().getFirst();
    assertThat(close.primary().text()).isEqualTo("did you mean `tolerate`?");
    TextEdit edit = close.fixes().getFirst().edits().getFirst();
    assertThat(edit.span().text()).isEqualTo("tolerat");
    assertThat(edit.replacement()).isEqualTo("tolerate");
    Diagnostic far = parse("placement p {\n  colour x\n}").diagnostics().getFirst();
    assertThat(far.fixes()).isEmpty();
    assertThat(far.help()).hasValueSatisfying(help -> assertThat(help).contains("`tolerate`"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          placement p { from a and b }                 | placement p { from a, b }
          placement p { from a b }                     | placement p { from a, b }
          placement p { prefer { steady weight 3, } }  | placement p { prefer { steady weight 3 } }
          param p: Any = [a b]                         | param p: Any = [a, b]
          param p: Any = [1,, 2]                       | param p: Any = [1, 2]
          param p: Any = x..y                          | param p: Any = x.y
          param p: Any = every x in xs where x.a       | param p: Any = every x in xs satisfies x.a
          param p: Any = no x in xs satisfies x.a      | param p: Any = no x in xs where x.a
          placement p { where label.a contans "b" }    | placement p { where label.a contains "b" }
          placement p { spread over label.a skw 1 }    | placement p { spread over label.a skew 1 }
          """)
  void theFixIsWhatWasMeant(String text, String meant) {
    Diagnostic diagnostic = parse(text).diagnostics().getFirst();
    TextEdit edit = diagnostic.fixes().getFirst().edits().getFirst();
    String fixed =
        text.substring(0, edit.span().start())
            + edit.replacement()
            + text.substring(edit.span().end());
    assertThat(fixed).isEqualTo(meant);
    assertThat(parse(fixed).diagnostics()).isEmpty();
  }

  @Test
  void aLineOfStrayLettersIsOneError() {
    assertThat(parse("param p: Any = " + "a\u00f6".repeat(200_000)).diagnostics()).hasSize(1);
  }

  @Test
  void errorsInInterpolationsStandWhereTheyAre() {
    ParseResult result = parse("policy p {\n  title \"größe ${ a.b + } x\"\n}\n");
    Diagnostic diagnostic = result.diagnostics().getFirst();
    assertThat(diagnostic.primary().span().line()).isEqualTo(2);
    assertThat(diagnostic.primary().span().column()).isEqualTo(23);
    assertThat(diagnostic.primary().span().text()).isEqualTo("+");
  }

  @Test
  void afterFiftyErrorsTheRestIsNotReported() {
    assertThat(parse("placement p {\n" + "  oops\n".repeat(1000) + "}").diagnostics())
        .hasSize(Limits.MAX_ERRORS);
  }

  private static ParseResult parse(String text) {
    return OcmParser.parse(new SourceFile("test.ocm", text));
  }
}
