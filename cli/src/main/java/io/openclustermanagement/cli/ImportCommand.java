package io.openclustermanagement.cli;

import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.input.FileReader;
import io.openclustermanagement.cli.input.FolderLoader;
import io.openclustermanagement.cli.input.InputFile;
import io.openclustermanagement.cli.input.InputFiles;
import io.openclustermanagement.cli.input.Strictness;
import io.openclustermanagement.cli.input.YamlObjects;
import io.openclustermanagement.cli.output.OutputFiles;
import io.openclustermanagement.compiler.importer.GeneratedFile;
import io.openclustermanagement.compiler.importer.ImportOptions;
import io.openclustermanagement.compiler.importer.ImportResult;
import io.openclustermanagement.compiler.importer.Importer;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ocm import}. */
final class ImportCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "import",
        "SOURCE...",
        "Turns upstream YAML into .ocm files.",
        List.of(
            Option.value("-o", "DIR", "write the files into this directory"),
            Option.value("--namespace", "NAME", "where objects go that name no namespace"),
            Option.flag("--figures", "import the files one by one and count those that come back")),
        List.of(
            "",
            "What the language has no words for is carried in YAML files that the sources name. What",
            "cannot be imported is listed with its reason, and the exit code is 1 then; what is",
            "written builds to the objects that it came from."));
  }

  @Override
  public ExitCode run(Run run) {
    ImportOptions options =
        new ImportOptions(
            run.arguments().value("--namespace"),
            new FolderLoader(run.session(), List.of(run.session().directory())));
    if (run.arguments().has("--figures")) {
      return figures(run, options);
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Manifests> manifests = read(run, diagnostics);
    if (!diagnostics.isEmpty()) {
      run.reportDiagnostics(diagnostics);
      return ExitCode.SOURCES_DO_NOT_CHECK;
    }
    ImportResult result = Importer.importObjects(manifests, options);
    run.reportDiagnostics(result.diagnostics());
    write(run, result.files());
    return result.isComplete() ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
  }

  private static ExitCode figures(Run run, ImportOptions options) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    FileReader reader = new FileReader(run.session(), diagnostics);
    ImportFigures figures = new ImportFigures(options);
    InputFiles.find(run.session().directory(), run.sources(), EnumSet.of(InputFile.Language.YAML))
        .forEach(file -> reader.read(file).ifPresent(figures::add));
    run.reportDiagnostics(diagnostics);
    run.console().out(figures.text());
    return diagnostics.isEmpty() && figures.isComplete() ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
  }

  private static List<Manifests> read(Run run, List<Diagnostic> diagnostics) {
    FileReader reader = new FileReader(run.session(), diagnostics);
    return InputFiles.find(
            run.session().directory(), run.sources(), EnumSet.of(InputFile.Language.YAML))
        .stream()
        .flatMap(file -> reader.read(file).stream())
        .map(file -> YamlObjects.manifests(file, Strictness.SOURCE, diagnostics))
        .toList();
  }

  private static String comment(GeneratedFile file) {
    return file.name().endsWith(".ocm") ? "// " : "# ";
  }

  private static void write(Run run, List<GeneratedFile> files) {
    if (run.arguments().value("-o").isEmpty()) {
      boolean several = files.size() > 1;
      for (GeneratedFile file : files) {
        run.console().out(several ? comment(file) + file.name() + "\n" + file.text() : file.text());
      }
      return;
    }
    String directory = run.arguments().value("-o").get();
    Map<String, String> contents = new LinkedHashMap<>();
    files.forEach(file -> contents.put(directory + "/" + file.name(), file.text()));
    OutputFiles.write(run.session().directory(), contents);
    run.console().err("%s written to %s.\n".formatted(Counts.of(files.size(), "file"), directory));
  }
}
