package io.openclustermanagement.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

  private static final DiagnosticRenderer RENDERER = new DiagnosticRenderer(false);

  private static final SourceFile FILE =
      new SourceFile(
          "fleet/placements.ocm",
          """
          placement p {
            from prod
            tolerat unreachable for 5m
            where label.env == "prod" and label.env in ["dev", "test"]
          }
          """);

  @Test
  void printsLineUnderlineAndFix() {
    SourceSpan span = find(FILE, "tolerat");
    Diagnostic diagnostic =
        Diagnostic.error(Code.UNKNOWN_CLAUSE, span, "A placement has no clause `tolerat`.")
            .label("did you mean `tolerate`?")
            .fix("write `tolerate`", false, new TextEdit(span, "tolerate"))
            .build();
    assertThat(RENDERER.render(diagnostic))
        .isEqualTo(
            """
            error[OCM1004]: A placement has no clause `tolerat`.
              --> fleet/placements.ocm:3:3
            3 |   tolerat unreachable for 5m
              |   ^^^^^^^ did you mean `tolerate`?                                    [fix]
            """);
  }

  @Test
  void printsOneLine() {
    Diagnostic diagnostic =
        Diagnostic.warning(Code.UNKNOWN_NAME, find(FILE, "prod"), "There is no `prod`.").build();
    assertThat(DiagnosticRenderer.oneLine(diagnostic))
        .isEqualTo("fleet/placements.ocm:2:8: warning[OCM1001]: There is no `prod`.");
  }

  @Test
  void printsTwoPlacesOfOneLineInOneRow() {
    Diagnostic diagnostic =
        Diagnostic.warning(
                Code.UNKNOWN_NAME,
                find(FILE, "label.env == \"prod\""),
                "This `where` can never be true.")
            .related(find(FILE, "label.env in [\"dev\", \"test\"]"), "these two exclude each other")
            .build();
    assertThat(RENDERER.render(diagnostic))
        .isEqualTo(
            """
            warning[OCM1001]: This `where` can never be true.
              --> fleet/placements.ocm:4:3
            4 |   where label.env == "prod" and label.env in ["dev", "test"]
              |         ^^^^^^^^^^^^^^^^^^^     ---------------------------- these two exclude each other
            """
                .replace(":4:3", ":4:9"));
  }

  @Test
  void printsPlacesOfSeveralFilesNotesValuesAndHelp() {
    SourceFile other = new SourceFile("other.ocm", "\n".repeat(9) + "clusterset edge {\n}\n");
    Diagnostic diagnostic =
        Diagnostic.error(Code.UNKNOWN_NAME, find(FILE, "prod"), "Nothing would be chosen.")
            .label("used here")
            .related(find(other, "clusterset edge"), "bound to \"acme-policies\" only")
            .note("sets are bound namespace by namespace.")
            .value("label.env", "\"dev\"")
            .help("add \"acme-apps\" to its `bind to`.")
            .fix("bind it", true, new TextEdit(find(other, "edge"), "edges"))
            .build();
    assertThat(RENDERER.render(diagnostic))
        .isEqualTo(
            """
            error[OCM1001]: Nothing would be chosen.
              --> fleet/placements.ocm:2:8
             2 |   from prod
               |        ^^^^ used here
              --> other.ocm:10:1
            10 | clusterset edge {
               | --------------- bound to "acme-policies" only
              with: `label.env` = "dev"
              note: sets are bound namespace by namespace.
            help: add "acme-apps" to its `bind to`.                                   [fix]
            """);
  }

  @Test
  void placesUnderlinesBelowTabsAndWideCharacters() {
    SourceFile file = new SourceFile("f.ocm", "\ttitle \"東京 cafe\u0301\" oops");
    assertThat(underlines(file, "oops"))
        .isEqualTo(
            """
            1 |     title "東京 cafe\u0301" oops
              |                       ^^^^
            """);
    assertThat(underlines(file, "東京"))
        .isEqualTo(
            """
            1 |     title "東京 cafe\u0301" oops
              |            ^^^^
            """);
  }

  @Test
  void underlinesSomethingForAnEmptySpanAndOnlyTheFirstOfSeveralLines() {
    SourceFile file = new SourceFile("f.ocm", "ab {\ncd }");
    assertThat(underlines(file, "b {\ncd")).isEqualTo("1 | ab {\n  |  ^^^\n");
    Diagnostic atEnd =
        Diagnostic.error(Code.UNEXPECTED_TOKEN, file.span(9, 9), "More is expected.").build();
    assertThat(RENDERER.render(atEnd)).endsWith("2 | cd }\n  |     ^\n");
  }

  @Test
  void cutsLongLines() {
    SourceFile file = new SourceFile("f.ocm", "a".repeat(10_000) + " here " + "b".repeat(10_000));
    String rendered = underlines(file, "here");
    assertThat(rendered.lines()).allMatch(line -> line.length() < 140);
    String[] lines = rendered.split("\n", -1);
    assertThat(lines[0].indexOf("here")).isEqualTo(lines[1].indexOf("^^^^")).isPositive();
  }

  @Test
  void doesNotLetTextSteerTheTerminal() {
    SourceFile file = new SourceFile("f\u001b[2J.ocm", "x \u001b[31m\u202e y");
    Diagnostic diagnostic =
        Diagnostic.error(Code.UNEXPECTED_TOKEN, find(file, "y"), "Not `\u001b[0m`.").build();
    assertThat(RENDERER.render(diagnostic) + DiagnosticRenderer.oneLine(diagnostic))
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void colours() {
    Diagnostic diagnostic =
        Diagnostic.error(Code.UNKNOWN_NAME, find(FILE, "prod"), "There is no `prod`.").build();
    String coloured = new DiagnosticRenderer(true).render(diagnostic);
    assertThat(coloured).startsWith("\u001b[1;31merror[OCM1001]\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(RENDERER.render(diagnostic));
  }

  @Test
  void separatesDiagnosticsByAnEmptyLine() {
    Diagnostic diagnostic =
        Diagnostic.error(Code.UNKNOWN_NAME, find(FILE, "prod"), "There is no `prod`.").build();
    String one = RENDERER.render(diagnostic);
    assertThat(RENDERER.render(List.of(diagnostic, diagnostic))).isEqualTo(one + "\n" + one);
  }

  private static String underlines(SourceFile file, String text) {
    Diagnostic diagnostic =
        Diagnostic.error(Code.UNEXPECTED_TOKEN, find(file, text), "Something is wrong.").build();
    String rendered = RENDERER.render(diagnostic);
    return rendered.substring(rendered.indexOf("1 |"));
  }

  private static SourceSpan find(SourceFile file, String text) {
    int start = file.text().indexOf(text);
    return file.span(start, start + text.length());
  }
}
