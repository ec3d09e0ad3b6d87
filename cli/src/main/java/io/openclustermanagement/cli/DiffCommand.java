package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.diff.DiffJson;
import io.openclustermanagement.cli.diff.DiffMarkdown;
import io.openclustermanagement.cli.diff.DiffText;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.governance.propagation.FleetDiff;
import java.util.ArrayList;
import java.util.List;

/** {@code ocm diff}. */
final class DiffCommand implements Command {
  private static final List<String> FORMATS = List.of("human", "plain", "json", "markdown");

  @Override
  public Usage usage() {
    return new Usage(
        "diff",
        "OLD NEW",
        "Shows what changes on the clusters when one version of the sources replaces another.",
        List.of(
            CommonOptions.FLEET,
            CommonOptions.NOW,
            CommonOptions.TARGET,
            CommonOptions.SCHEMAS,
            CommonOptions.output("human, plain, json, markdown")),
        List.of(
            "",
            "OLD and NEW are files or directories. It lists the clusters that placements gain and",
            "lose, the verdicts that change, and what enforcement creates, patches, deletes and",
            "prunes on each cluster. The exit code is 0 if nothing changes, 1 if something does, and",
            "5 if only policies of clusters without an inventory change."));
  }

  @Override
  public ExitCode run(Run run) {
    String format = run.arguments().oneOf("-o", "human", FORMATS);
    List<String> paths = run.arguments().operands();
    if (paths.size() != 2) {
      throw new UsageException("Name two versions of the sources, the old one first.");
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<DryRun> runs = new ArrayList<>();
    for (String path : paths) {
      Snapshot snapshot = Snapshot.load(run, List.of(path));
      if (snapshot.workspace().hasErrors()) {
        diagnostics.addAll(snapshot.workspace().diagnostics());
      } else {
        DryRun dryRun = DryRun.of(run, snapshot);
        runs.add(dryRun);
        diagnostics.addAll(dryRun.diagnostics());
      }
    }
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return refuse(run, format, diagnostics);
    }
    FleetDiff diff = FleetDiff.of(runs.getFirst().evaluation(), runs.getLast().evaluation());
    report(run, format, diff, diagnostics);
    return exitCode(diff);
  }

  private static ExitCode refuse(Run run, String format, List<Diagnostic> diagnostics) {
    report(run, format, new FleetDiff(List.of(), List.of(), List.of(), List.of()), diagnostics);
    return ExitCode.SOURCES_DO_NOT_CHECK;
  }

  private static void report(Run run, String format, FleetDiff diff, List<Diagnostic> diagnostics) {
    List<Diagnostic> distinct = diagnostics.stream().distinct().toList();
    if (format.equals("json")) {
      run.console().out(Json.pretty(DiffJson.document(run.now(), diff, distinct)));
      return;
    }
    run.reportDiagnostics(distinct);
    if (distinct.stream().anyMatch(Diagnostic::isError)) {
      return;
    }
    Style style = format.equals("plain") ? Style.PLAIN : run.console().outStyle();
    run.console().out(format.equals("markdown") ? DiffMarkdown.of(diff) : DiffText.of(diff, style));
  }

  private static ExitCode exitCode(FleetDiff diff) {
    if (!diff.isEmpty()) {
      return ExitCode.DOES_NOT_HOLD;
    }
    return diff.undecided().isEmpty() ? ExitCode.OK : ExitCode.UNDECIDED;
  }
}
