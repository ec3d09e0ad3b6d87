package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.cli.input.Workspace;
import io.openclustermanagement.cli.input.YamlObjects;
import io.openclustermanagement.cli.output.OutputFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ocm build}. */
final class BuildCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "build",
        "SOURCE...",
        "Prints the OCM objects that sources stand for, as YAML.",
        List.of(
            CommonOptions.TARGET,
            CommonOptions.SCHEMAS,
            Option.value(
                "-o",
                "DIR",
                "a file for each object into this directory; human or json with --explain"),
            Option.flag(
                "--explain", "print what each construct becomes, and where it runs, instead")),
        List.of());
  }

  @Override
  public ExitCode run(Run run) {
    Workspace workspace =
        Workspace.load(
            run.session(),
            new Workspace.Request(
                run.sources(), run.schemas(), CommonOptions.target(run.arguments())));
    run.reportDiagnostics(workspace.diagnostics());
    if (workspace.hasErrors()) {
      return ExitCode.SOURCES_DO_NOT_CHECK;
    }
    if (run.arguments().has("--explain")) {
      boolean json = run.arguments().oneOf("-o", "human", List.of("human", "json")).equals("json");
      run.console().out(json ? ExplainedBuild.json(workspace) : ExplainedBuild.human(workspace));
    } else if (run.arguments().value("-o").isPresent()) {
      writeFiles(run, workspace.sources(), run.arguments().value("-o").get());
    } else {
      run.console()
          .out(YamlObjects.write(workspace.sources().stream().map(SourceObject::object).toList()));
    }
    return ExitCode.OK;
  }

  private static void writeFiles(Run run, List<SourceObject> objects, String directory) {
    Map<String, String> contents = new LinkedHashMap<>();
    String prefix = directory.endsWith("/") ? directory : directory + "/";
    objects.forEach(
        each -> contents.put(prefix + fileName(each), YamlObjects.write(List.of(each.object()))));
    OutputFiles.write(run.session().directory(), contents);
    run.console()
        .err("%s written to %s.\n".formatted(Counts.of(objects.size(), "file"), directory));
  }

  /** Such as {@code acme/placement-prod-eu.yaml}; unique, because identities are. */
  private static String fileName(SourceObject source) {
    SourceObject.Identity id = source.identity();
    String file = id.kind().toLowerCase(Locale.ROOT) + "-" + safe(id.name()) + ".yaml";
    return id.namespace().isEmpty() ? file : safe(id.namespace()) + "/" + file;
  }

  /** Names from YAML files are not known to be names: none leads out of the directory. */
  private static String safe(String name) {
    return name.replace('/', '_').replace('\\', '_').replace("..", "_");
  }
}
