package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.input.Workspace;
import io.openclustermanagement.cli.output.DiagnosticJson;
import io.openclustermanagement.cli.output.GitHubAnnotations;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.output.Sarif;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ocm check}. */
final class CheckCommand implements Command {
  private static final List<String> FORMATS = List.of("human", "plain", "json", "sarif", "github");

  @Override
  public Usage usage() {
    return new Usage(
        "check",
        "SOURCE...",
        "Checks sources: syntax, names, types, and what the target cannot say.",
        List.of(CommonOptions.TARGET, CommonOptions.output("human, plain, json, sarif, github")),
        List.of());
  }

  @Override
  public ExitCode run(Run run) {
    String format = run.arguments().oneOf("-o", "human", FORMATS);
    Workspace workspace =
        Workspace.load(
            run.session(), run.sources(), List.of(), CommonOptions.target(run.arguments()));
    run.console().out(report(run, workspace, format));
    return workspace.hasErrors() ? ExitCode.SOURCES_DO_NOT_CHECK : ExitCode.OK;
  }

  private static String report(Run run, Workspace workspace, String format) {
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
        run.reportDiagnostics(diagnostics);
        yield summary(workspace);
      }
    };
  }

  private static String summary(Workspace workspace) {
    long errors = workspace.diagnostics().stream().filter(Diagnostic::isError).count();
    long others = workspace.diagnostics().size() - errors;
    return "%s checked: %s, %s.\n"
        .formatted(
            Counts.of(workspace.files(), "file"),
            Counts.of(errors, "error"),
            Counts.of(others, "warning"));
  }
}
