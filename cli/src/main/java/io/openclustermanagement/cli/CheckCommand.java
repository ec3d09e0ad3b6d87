package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.input.Workspace;
import java.util.List;

/** {@code ocm check}. */
final class CheckCommand implements Command {
  @Override
  public Usage usage() {
    return new Usage(
        "check",
        "SOURCE...",
        "Checks sources: syntax, names, types, and what the target cannot say.",
        List.of(
            CommonOptions.NOW,
            CommonOptions.TARGET,
            CommonOptions.SCHEMAS,
            CommonOptions.output("human, plain, json, sarif, github")),
        List.of());
  }

  @Override
  public ExitCode run(Run run) {
    String format = run.arguments().oneOf("-o", "human", Findings.FORMATS);
    Workspace workspace =
        Workspace.load(
            run.session(),
            new Workspace.Request(
                run.sources(),
                List.of(),
                run.schemas(),
                CommonOptions.target(run.arguments()),
                run.today()));
    run.console().out(Findings.report(run, workspace, format));
    return workspace.hasErrors() ? ExitCode.SOURCES_DO_NOT_CHECK : ExitCode.OK;
  }
}
