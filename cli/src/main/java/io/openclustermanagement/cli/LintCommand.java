package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.input.InputFile.Language;
import io.openclustermanagement.cli.input.InputFiles;
import io.openclustermanagement.cli.input.Workspace;
import io.openclustermanagement.cli.output.OutputFiles;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** {@code ocm lint}. */
final class LintCommand implements Command {
  private static final List<String> LEVELS = List.of("error", "warning", "note");

  @Override
  public Usage usage() {
    return new Usage(
        "lint",
        "SOURCE...",
        "Finds what is legal but probably not meant, and repairs what can be repaired safely.",
        List.of(
            Option.flag("--fix", "apply the safe fixes to .ocm files, until none is left"),
            Option.value("--fail-level", "LEVEL", "error, warning (default) or note: fail from it"),
            Option.flag("--figures", "look at the files one by one and count what is found"),
            CommonOptions.NOW,
            CommonOptions.TARGET,
            CommonOptions.SCHEMAS,
            CommonOptions.output("human, plain, json, sarif, github")),
        List.of(
            "",
            "A comment above a declaration or clause, or behind it, allows what is meant:",
            "  // ocm:allow OCM3005 because \"any cluster will do\"",
            "`ocm explain CODE` tells what a code means."));
  }

  @Override
  public ExitCode run(Run run) {
    String format = run.arguments().oneOf("-o", "human", Findings.FORMATS);
    String level = run.arguments().oneOf("--fail-level", "warning", LEVELS);
    if (run.arguments().has("--figures")) {
      return figures(run);
    }
    if (run.arguments().has("--fix")) {
      Map<String, String> fixed = Workspace.fixed(run.session(), request(run, run.sources()));
      OutputFiles.write(run.session().directory(), fixed);
      fixed.keySet().forEach(name -> run.console().err("fixed %s\n".formatted(name)));
    }
    Workspace workspace = Workspace.load(run.session(), request(run, run.sources()));
    run.console().out(Findings.report(run, workspace, format));
    if (workspace.hasErrors()) {
      return ExitCode.SOURCES_DO_NOT_CHECK;
    }
    return workspace.diagnostics().stream().anyMatch(each -> fails(each, level))
        ? ExitCode.DOES_NOT_HOLD
        : ExitCode.OK;
  }

  private static boolean fails(Diagnostic finding, String level) {
    return switch (finding.severity()) {
      case ERROR -> true;
      case WARNING -> !level.equals("error");
      case INFO -> level.equals("note");
    };
  }

  private static ExitCode figures(Run run) {
    LintFigures figures = new LintFigures();
    InputFiles.find(run.session().directory(), run.sources(), EnumSet.allOf(Language.class))
        .forEach(
            file ->
                figures.add(
                    Workspace.load(run.session(), request(run, List.of(file.name())))
                        .diagnostics()));
    run.console().out(figures.text());
    return ExitCode.OK;
  }

  private static Workspace.Request request(Run run, List<String> sources) {
    return new Workspace.Request(
        sources, List.of(), run.schemas(), CommonOptions.target(run.arguments()), run.today());
  }
}
