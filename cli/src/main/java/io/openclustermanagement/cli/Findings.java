package io.openclustermanagement.cli;

import io.openclustermanagement.cli.input.Workspace;
import io.openclustermanagement.cli.output.DiagnosticJson;
import io.openclustermanagement.cli.output.GitHubAnnotations;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.output.Sarif;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** What was found in sources, as {@code check} and {@code lint} show it. */
final class Findings {
  static final List<String> FORMATS = List.of("human", "plain", "json", "sarif", "github");

  private Findings() {}

  /** The text for standard output; a person gets the findings themselves on the other stream. */
  static String report(Run run, Workspace workspace, String format) {
    List<Diagnostic> diagnostics = workspace.diagnostics();
    return switch (format) {
      case "json" ->
          Json.pretty(
              Json.object()
                  .put("version", "1")
                  .put("diagnostics", DiagnosticJson.list(diagnostics))
                  .build());
      case "sarif" -> Json.pretty(Sarif.log(Version.TEXT, diagnostics));
      case "github" ->
          diagnostics.stream().map(GitHubAnnotations::line).collect(Collectors.joining());
      default -> {
        run.reportAll(diagnostics);
        yield summary(workspace);
      }
    };
  }

  private static String summary(Workspace workspace) {
    long notes = count(workspace, Severity.INFO);
    return "%s checked: %s, %s%s.\n"
        .formatted(
            Counts.of(workspace.files(), "file"),
            Counts.of(count(workspace, Severity.ERROR), "error"),
            Counts.of(count(workspace, Severity.WARNING), "warning"),
            notes == 0 ? "" : ", " + Counts.of(notes, "note"));
  }

  private static long count(Workspace workspace, Severity severity) {
    return workspace.diagnostics().stream().filter(each -> each.severity() == severity).count();
  }
}
