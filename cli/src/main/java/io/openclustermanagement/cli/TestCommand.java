package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.input.Workspace;
import io.openclustermanagement.cli.output.DiagnosticJson;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.output.OutputFiles;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.cli.testing.GoldenFiles;
import io.openclustermanagement.cli.testing.JUnitXml;
import io.openclustermanagement.cli.testing.TestJson;
import io.openclustermanagement.cli.testing.TestResult;
import io.openclustermanagement.cli.testing.TestResult.Outcome;
import io.openclustermanagement.cli.testing.TestRunner;
import io.openclustermanagement.cli.testing.TestText;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.compiler.program.TestDefinition;
import java.util.List;
import java.util.Map;

/** {@code ocm test}. */
final class TestCommand implements Command {
  private static final List<String> FORMATS = List.of("human", "plain", "json", "junit");

  @Override
  public Usage usage() {
    return new Usage(
        "test",
        "[PATH...]",
        "Runs the tests that are written in .ocm files.",
        List.of(
            Option.value("--filter", "TEXT", "only tests whose title contains this"),
            Option.value("--junit", "FILE", "also write the results as JUnit XML"),
            Option.flag("--write", "rewrite the files of `expect generated` that differ"),
            CommonOptions.SCHEMAS,
            CommonOptions.NOW,
            CommonOptions.output("human, plain, json, junit")),
        List.of("", "Without a path it takes the working directory."));
  }

  @Override
  public ExitCode run(Run run) {
    String format = run.arguments().oneOf("-o", "human", FORMATS);
    List<String> paths = run.arguments().operands();
    Workspace workspace =
        Workspace.loadTests(
            run.session(),
            new Workspace.Request(
                paths.isEmpty() ? List.of(".") : paths, run.schemas(), Target.NATIVE));
    if (workspace.hasErrors()) {
      report(run, workspace, format, List.of());
      return ExitCode.SOURCES_DO_NOT_CHECK;
    }
    TestRunner runner = runner(run, workspace);
    List<TestResult> results = tests(run, workspace).stream().map(runner::run).toList();
    run.arguments()
        .value("--junit")
        .ifPresent(file -> write(run, file, JUnitXml.document(results)));
    report(run, workspace, format, results);
    return exitCode(results);
  }

  private static void write(Run run, String file, String text) {
    OutputFiles.write(run.session().directory(), Map.of(file, text));
  }

  private static TestRunner runner(Run run, Workspace workspace) {
    return new TestRunner(
        workspace.program(),
        workspace.sources(),
        fleet -> Snapshot.scheduler(fleet, Target.NATIVE),
        new GoldenFiles(run.session().directory(), run.arguments().has("--write")),
        run.now());
  }

  private static List<TestDefinition> tests(Run run, Workspace workspace) {
    List<TestDefinition> all =
        workspace.program().modules().stream().flatMap(m -> m.tests().stream()).toList();
    String filter = run.arguments().value("--filter").orElse("");
    List<TestDefinition> chosen = all.stream().filter(t -> t.title().contains(filter)).toList();
    if (chosen.isEmpty()) {
      throw new UsageException(
          all.isEmpty()
              ? "The sources hold no test."
              : "None of the %s has `%s` in its title."
                  .formatted(Counts.of(all.size(), "test"), filter));
    }
    return chosen;
  }

  private static void report(
      Run run, Workspace workspace, String format, List<TestResult> results) {
    if (format.equals("json")) {
      var document =
          Json.object()
              .put("version", "1")
              .put("tests", TestJson.list(results))
              .put("diagnostics", DiagnosticJson.list(workspace.diagnostics()));
      run.console().out(Json.pretty(document.build()));
      return;
    }
    run.reportDiagnostics(workspace.diagnostics());
    if (results.isEmpty()) {
      return;
    }
    if (format.equals("junit")) {
      run.console().out(JUnitXml.document(results));
    } else {
      Style style = format.equals("plain") ? Style.PLAIN : run.console().outStyle();
      run.console().out(new TestText(style).render(results));
    }
  }

  /** A test that cannot be run has not passed: it is undecided. */
  private static ExitCode exitCode(List<TestResult> results) {
    if (results.stream().anyMatch(result -> result.outcome() == Outcome.FAILED)) {
      return ExitCode.DOES_NOT_HOLD;
    }
    boolean allPassed = results.stream().allMatch(result -> result.outcome() == Outcome.PASSED);
    return allPassed ? ExitCode.OK : ExitCode.UNDECIDED;
  }
}
