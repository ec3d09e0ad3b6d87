package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.input.FileReader;
import io.openclustermanagement.cli.input.InputFile;
import io.openclustermanagement.cli.input.InputFiles;
import io.openclustermanagement.cli.output.OutputFiles;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.format.FormatResult;
import io.openclustermanagement.dsl.format.OcmFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ocm fmt}. */
final class FmtCommand implements Command {
  private static final InputFile STDIN = InputFile.stdin(InputFile.Language.OCM);

  @Override
  public Usage usage() {
    return new Usage(
        "fmt",
        "SOURCE...",
        "Rewrites .ocm files in the one format.",
        List.of(Option.flag("--check", "only print the names of files that are not formatted")),
        List.of("", "The source - is formatted from standard input to standard output."));
  }

  @Override
  public ExitCode run(Run run) {
    if (run.sources().equals(List.of("-"))) {
      return formatStandardInput(run);
    }
    List<InputFile> files =
        InputFiles.find(
            run.session().directory(), run.sources(), EnumSet.of(InputFile.Language.OCM));
    List<Diagnostic> diagnostics = new ArrayList<>();
    Map<String, String> changed = changed(run, files, diagnostics);
    run.reportDiagnostics(diagnostics);
    if (!diagnostics.isEmpty()) {
      return ExitCode.SOURCES_DO_NOT_CHECK;
    }
    changed.keySet().forEach(name -> run.console().out(name + "\n"));
    if (run.arguments().has("--check")) {
      return changed.isEmpty() ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
    }
    OutputFiles.write(run.session().directory(), changed);
    return ExitCode.OK;
  }

  /** The formatted texts of the files that are not formatted; none is written if one is broken. */
  private static Map<String, String> changed(
      Run run, List<InputFile> files, List<Diagnostic> diagnostics) {
    FileReader reader = new FileReader(run.session(), diagnostics);
    Map<String, String> changed = new LinkedHashMap<>();
    for (InputFile file : files) {
      reader
          .read(file)
          .ifPresent(
              source -> {
                String text = format(source, diagnostics);
                if (!text.equals(source.text())) {
                  changed.put(file.name(), text);
                }
              });
    }
    return changed;
  }

  private static ExitCode formatStandardInput(Run run) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    String original =
        new FileReader(run.session(), diagnostics).read(STDIN).map(SourceFile::text).orElse("");
    String text = format(new SourceFile(STDIN.name(), original), diagnostics);
    run.reportDiagnostics(diagnostics);
    if (!diagnostics.isEmpty()) {
      return ExitCode.SOURCES_DO_NOT_CHECK;
    }
    if (run.arguments().has("--check")) {
      return text.equals(original) ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
    }
    run.console().out(text);
    return ExitCode.OK;
  }

  private static String format(SourceFile source, List<Diagnostic> diagnostics) {
    FormatResult result = OcmFormatter.format(source);
    diagnostics.addAll(result.diagnostics());
    return result.text();
  }
}
