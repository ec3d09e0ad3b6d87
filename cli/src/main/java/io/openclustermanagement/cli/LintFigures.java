package io.openclustermanagement.cli;

import io.openclustermanagement.cli.output.Table;
import io.openclustermanagement.cli.output.Table.Cell;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each finding occurs in files that are looked at one by one. */
final class LintFigures {
  /** What a code was found for. */
  private record Figure(Severity severity, int findings, int files) {
    Figure plus(long more) {
      return new Figure(severity, findings + (int) more, files + 1);
    }
  }

  private final Map<String, Figure> figures = new TreeMap<>();
  private final Map<Severity, Integer> filesBySeverity = new EnumMap<>(Severity.class);
  private int files;

  /** Counts what was found in a file. */
  void add(List<Diagnostic> findings) {
    files++;
    findings.stream()
        .collect(Collectors.groupingBy(Diagnostic::code))
        .forEach((code, found) -> add(code.id(), found));
    findings.stream()
        .map(Diagnostic::severity)
        .distinct()
        .forEach(severity -> filesBySeverity.merge(severity, 1, Integer::sum));
  }

  private void add(String code, List<Diagnostic> found) {
    Severity severity = found.getFirst().severity();
    figures.compute(
        code,
        (_, figure) -> (figure == null ? new Figure(severity, 0, 0) : figure).plus(found.size()));
  }

  String text() {
    Table table = new Table("");
    table.row(
        Cell.left("CODE"), Cell.left("SEVERITY"), Cell.right("FINDINGS"), Cell.right("FILES"));
    figures.forEach(
        (code, figure) ->
            table.row(
                Cell.left(code),
                Cell.left(label(figure.severity())),
                Cell.right(Integer.toString(figure.findings())),
                Cell.right(Integer.toString(figure.files()))));
    return "%s%s: errors in %d, warnings in %d, notes in %d.\n"
        .formatted(
            figures.isEmpty() ? "" : table.render(),
            Counts.of(files, "file"),
            filesBySeverity.getOrDefault(Severity.ERROR, 0),
            filesBySeverity.getOrDefault(Severity.WARNING, 0),
            filesBySeverity.getOrDefault(Severity.INFO, 0));
  }

  private static String label(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
