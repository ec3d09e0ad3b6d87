package io.openclustermanagement.cli;

import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.cli.args.Arguments;
import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.cli.output.OutputFiles;
import io.openclustermanagement.cli.report.FailOn;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.governance.reporting.FleetReport;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.SourceLocation;
import io.openclustermanagement.governance.reporting.format.ReportFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code ocm report}. */
final class ReportCommand implements Command {
  private static final String FORMAT = "--format";
  private static final String FILE = "-o";
  private static final String FAIL_ON = "--fail-on";

  @Override
  public Usage usage() {
    return new Usage(
        "report",
        "SOURCE...",
        "Reports how a fleet stands with its policies, for people, pipelines and auditors.",
        List.of(
            CommonOptions.FLEET,
            Option.value(FORMAT, "FORMAT", "markdown (default), or one of those below"),
            Option.value(FILE, "FILE", "where to write the report; without it, standard output"),
            Option.values(
                FAIL_ON, "WHAT", "a state or a severity at which the run fails; see below"),
            CommonOptions.NOW,
            CommonOptions.TARGET,
            CommonOptions.SCHEMAS),
        List.of(
            "",
            "Formats: " + String.join(", ", ReportFormat.names()) + ".",
            "",
            "The exit code is 0 whatever is reported, unless something is found that --fail-on names:",
            "noncompliant, pending, error or unknown, or a severity (low, medium, high, critical), which",
            "means violations that are at least so serious. What is exempted fails nothing."));
  }

  @Override
  public ExitCode run(Run run) {
    Arguments arguments = run.arguments();
    String name = arguments.oneOf(FORMAT, "markdown", ReportFormat.names());
    List<FailOn> failOn = arguments.values(FAIL_ON).stream().map(FailOn::of).toList();
    Snapshot snapshot = Snapshot.load(run, run.sources());
    if (snapshot.workspace().hasErrors()) {
      return refuse(run, snapshot.workspace().diagnostics());
    }
    DryRun dryRun = DryRun.of(run, snapshot);
    if (dryRun.hasErrors()) {
      return refuse(run, dryRun.diagnostics());
    }
    run.reportDiagnostics(dryRun.diagnostics());
    Report report = report(snapshot, dryRun);
    write(run, ReportFormat.valueOf(name.toUpperCase(Locale.ROOT)).write(report));
    return FailOn.worst(failOn, report).map(ReportCommand::exitCode).orElse(ExitCode.OK);
  }

  private static ExitCode refuse(Run run, List<Diagnostic> diagnostics) {
    run.reportDiagnostics(diagnostics);
    return ExitCode.SOURCES_DO_NOT_CHECK;
  }

  private static Report report(Snapshot snapshot, DryRun dryRun) {
    if (dryRun.evaluation().policies().isEmpty()) {
      throw new UsageException("The sources and the fleet hold no policy.");
    }
    Map<HubName, SourceLocation> locations = new HashMap<>();
    for (SourceObject source : snapshot.workspace().snapshot()) {
      if (source.object() instanceof Policy policy) {
        locations.put(HubName.of(policy), location(source.span()));
      }
    }
    return FleetReport.of(
        dryRun.evaluation(),
        objects(snapshot, Exemption.class),
        objects(snapshot, Policy.class),
        policy -> Optional.ofNullable(locations.get(policy)));
  }

  private static <T> List<T> objects(Snapshot snapshot, Class<T> type) {
    return snapshot.objects().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static SourceLocation location(SourceSpan span) {
    return new SourceLocation(span.file().name(), span.line(), span.column());
  }

  private static void write(Run run, String text) {
    run.arguments()
        .value(FILE)
        .ifPresentOrElse(
            file -> OutputFiles.write(run.session().directory(), Map.of(file, text)),
            () -> run.console().out(text));
  }

  private static ExitCode exitCode(ReportState worst) {
    return switch (worst) {
      case NON_COMPLIANT, PENDING -> ExitCode.DOES_NOT_HOLD;
      case ERROR -> ExitCode.OUTSIDE_FAILED;
      case UNKNOWN -> ExitCode.UNDECIDED;
      case EXEMPTED, SKIPPED, COMPLIANT -> ExitCode.OK;
    };
  }
}
