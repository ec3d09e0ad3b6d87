package io.openclustermanagement.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Prints diagnostics for people:
 *
 * <pre>
 * error[OCM1004]: A placement has no clause `tolerat`.
 *   --> fleet/placements.ocm:22:3
 * 22 |   tolerat unreachable for 5m
 *    |   ^^^^^^^ did you mean `tolerate`?                                   [fix]
 * </pre>
 */
public final class DiagnosticRenderer {

  /** Where {@code [fix]} stands, unless the line is longer. */
  private static final int FIX_COLUMN = 74;

  private static final int LONGEST_LINE = 120;

  /** What is shown left of an underline in a line that is too long. */
  private static final int BEFORE_UNDERLINE = 40;

  private final boolean colour;

  /**
   * @param colour whether to print ANSI colours
   */
  public DiagnosticRenderer(boolean colour) {
    this.colour = colour;
  }

  /** A diagnostic on one line: {@code file:line:column: error[OCM1004]: Summary.} */
  public static String oneLine(Diagnostic diagnostic) {
    SourceSpan span = diagnostic.primary().span();
    return "%s:%d:%d: %s: %s"
        .formatted(
            DisplayText.of(span.file().name()),
            span.line(),
            span.column(),
            head(diagnostic),
            DisplayText.of(diagnostic.summary()));
  }

  /** Several diagnostics with an empty line between them; each line ends with a line break. */
  public String render(List<Diagnostic> diagnostics) {
    return String.join("\n", diagnostics.stream().map(this::render).toList());
  }

  /** A diagnostic with the lines of the source that it is about; ends with a line break. */
  public String render(Diagnostic diagnostic) {
    Rendering rendering = new Rendering(diagnostic);
    rendering.summary();
    rendering.snippets();
    rendering.remarks();
    return rendering.out.toString();
  }

  private static String head(Diagnostic diagnostic) {
    return "%s[%s]"
        .formatted(diagnostic.severity().name().toLowerCase(Locale.ROOT), diagnostic.code().id());
  }

  private enum Paint {
    ERROR("1;31"),
    WARNING("1;33"),
    INFO("1;36"),
    FRAME("34"),
    RELATED("1;34"),
    STRONG("1");

    private final String ansi;

    Paint(String ansi) {
      this.ansi = ansi;
    }
  }

  /** The text of one diagnostic in the making. */
  private final class Rendering {
    private final Diagnostic diagnostic;
    private final StringBuilder out = new StringBuilder();
    private final int gutter;

    Rendering(Diagnostic diagnostic) {
      this.diagnostic = diagnostic;
      int lastLine = labels().stream().mapToInt(label -> label.span().line()).max().orElse(1);
      this.gutter = Integer.toString(lastLine).length();
    }

    void summary() {
      out.append(paint(paintOf(diagnostic.severity()), head(diagnostic)))
          .append(paint(Paint.STRONG, ": " + DisplayText.of(diagnostic.summary())))
          .append('\n');
    }

    /** Labels on the same line share its snippet. */
    void snippets() {
      List<Label> rest = new ArrayList<>(labels());
      while (!rest.isEmpty()) {
        SourceSpan first = rest.getFirst().span();
        List<Label> line = rest.stream().filter(label -> sameLine(label.span(), first)).toList();
        rest.removeAll(line);
        snippet(line, !rest.isEmpty() || diagnostic.help().isPresent());
      }
    }

    void remarks() {
      diagnostic
          .values()
          .forEach((text, value) -> line("  with: `%s` = %s".formatted(text, value)));
      diagnostic.notes().forEach(note -> line("  note: " + note));
      diagnostic
          .help()
          .ifPresent(
              help ->
                  out.append(withFix(paint(Paint.STRONG, "help"), ": " + DisplayText.of(help)))
                      .append('\n'));
    }

    private List<Label> labels() {
      List<Label> labels = new ArrayList<>();
      labels.add(diagnostic.primary());
      labels.addAll(diagnostic.related());
      return labels;
    }

    private static boolean sameLine(SourceSpan a, SourceSpan b) {
      return a.file() == b.file() && a.line() == b.line();
    }

    private void snippet(List<Label> labels, boolean fixStandsElsewhere) {
      SourceSpan first = labels.getFirst().span();
      Window window = Window.around(first);
      out.append(paint(Paint.FRAME, "  -->"))
          .append(
              " %s:%d:%d\n"
                  .formatted(DisplayText.of(first.file().name()), first.line(), first.column()));
      String number = " ".repeat(gutter - digits(first.line())) + first.line();
      out.append(paint(Paint.FRAME, number + " |")).append(" " + window.shown()).append('\n');
      underline(labels, window, fixStandsElsewhere);
    }

    private static int digits(int number) {
      return Integer.toString(number).length();
    }

    /** One row with all underlines and the text of the rightmost, then the other texts. */
    private void underline(List<Label> labels, Window window, boolean fixStandsElsewhere) {
      List<Label> byColumn =
          labels.stream().sorted(Comparator.comparingInt(label -> label.span().start())).toList();
      StringBuilder row = new StringBuilder();
      int column = 0;
      for (Label label : byColumn) {
        int start = Math.max(column, window.column(label.span().start()));
        int end = Math.max(start + 1, window.endColumn(label.span()));
        boolean primary = label == diagnostic.primary();
        row.append(" ".repeat(start - column))
            .append(
                paint(
                    primary ? paintOf(diagnostic.severity()) : Paint.RELATED,
                    (primary ? "^" : "-").repeat(end - start)));
        column = end;
      }
      String text = byColumn.getLast().text();
      String words = text.isEmpty() ? "" : " " + DisplayText.of(text);
      String frame = " ".repeat(gutter) + " |";
      int used = frame.length() + 1 + column + words.length();
      out.append(paint(Paint.FRAME, frame)).append(' ').append(row).append(words);
      out.append(fixStandsElsewhere ? "" : fixMark(used)).append('\n');
      for (Label label : byColumn.subList(0, byColumn.size() - 1).reversed()) {
        if (!label.text().isEmpty()) {
          out.append(paint(Paint.FRAME, frame))
              .append(" ".repeat(1 + window.column(label.span().start())))
              .append(DisplayText.of(label.text()))
              .append('\n');
        }
      }
    }

    private void line(String text) {
      out.append(DisplayText.of(text)).append('\n');
    }

    private String withFix(String painted, String rest) {
      return painted + rest + fixMark("help".length() + rest.length());
    }

    private String fixMark(int used) {
      return diagnostic.fixes().isEmpty()
          ? ""
          : " ".repeat(Math.max(3, FIX_COLUMN - used)) + "[fix]";
    }

    private static Paint paintOf(Severity severity) {
      return switch (severity) {
        case ERROR -> Paint.ERROR;
        case WARNING -> Paint.WARNING;
        case INFO -> Paint.INFO;
      };
    }

    private String paint(Paint paint, String text) {
      return colour ? "\u001b[" + paint.ansi + "m" + text + "\u001b[0m" : text;
    }
  }

  /**
   * The part of a source line that is shown.
   *
   * @param line the line
   * @param lineStart its offset in the file
   * @param from the first of its characters that is shown
   * @param to behind the last of its characters that is shown
   */
  private record Window(String line, int lineStart, int from, int to) {

    static Window around(SourceSpan span) {
      String line = span.file().lineText(span.line());
      int lineStart = span.start() - span.column() + 1;
      if (line.length() <= LONGEST_LINE) {
        return new Window(line, lineStart, 0, line.length());
      }
      int from = Math.max(0, span.start() - lineStart - BEFORE_UNDERLINE);
      return new Window(line, lineStart, from, Math.min(line.length(), from + LONGEST_LINE));
    }

    String shown() {
      return DisplayText.of(
          (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : ""));
    }

    /** The column at which the character at an offset of the file is shown. */
    int column(int offset) {
      String shown = (from > 0 ? "…" : "") + line.substring(from, to);
      int within = offset - lineStart - from + (from > 0 ? 1 : 0);
      return DisplayText.columns(shown, Math.clamp(within, 0, shown.length()));
    }

    /** A span that goes on in the next line is underlined to the end of its first. */
    int endColumn(SourceSpan span) {
      return column(Math.min(span.end(), lineStart + line.length()));
    }
  }
}
