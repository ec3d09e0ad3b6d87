package io.openclustermanagement.cli;

import io.openclustermanagement.api.crd.CrdComparison;
import io.openclustermanagement.api.crd.CrdComparison.Difference;
import io.openclustermanagement.api.crd.CustomResourceDefinitions;
import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.input.FileReader;
import io.openclustermanagement.cli.input.InputFile;
import io.openclustermanagement.cli.input.InputFiles;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code ocm crds}. */
final class CrdsCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "crds",
        "",
        "Prints our CustomResourceDefinitions, or compares them with others.",
        List.of(
            Option.value("--compare", "DIR", "print each difference to the definitions in DIR"),
            CommonOptions.output("human, plain, json")),
        List.of());
  }

  @Override
  public ExitCode run(Run run) {
    String format = run.arguments().oneOf("-o", "human", List.of("human", "plain", "json"));
    if (!run.arguments().operands().isEmpty()) {
      throw new UsageException("`ocm crds` takes no sources; name a directory with `--compare`.");
    }
    if (run.arguments().value("--compare").isEmpty()) {
      run.console().out(CustomResourceDefinitions.yaml());
      return ExitCode.OK;
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    String theirs = theirs(run, run.arguments().value("--compare").get(), diagnostics);
    if (!diagnostics.isEmpty()) {
      run.reportDiagnostics(diagnostics);
      return ExitCode.SOURCES_DO_NOT_CHECK;
    }
    String ours = CustomResourceDefinitions.yaml();
    List<Difference> differences = CrdComparison.compare(ours, theirs);
    List<String> missing = CrdComparison.missing(ours, theirs);
    run.console()
        .out(format.equals("json") ? json(differences, missing) : text(differences, missing));
    return differences.isEmpty() ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
  }

  private static String theirs(Run run, String directory, List<Diagnostic> diagnostics) {
    FileReader reader = new FileReader(run.session(), diagnostics);
    String text =
        InputFiles.find(
                run.session().directory(), List.of(directory), EnumSet.of(InputFile.Language.YAML))
            .stream()
            .flatMap(file -> reader.read(file).stream())
            .map(file -> file.text())
            .collect(Collectors.joining("\n---\n"));
    if (diagnostics.isEmpty() && CrdComparison.definitions(text).isEmpty()) {
      throw new UsageException("`" + directory + "` holds no CustomResourceDefinition.");
    }
    return text;
  }

  private static String json(List<Difference> differences, List<String> missing) {
    return Json.pretty(
        Json.object()
            .put("version", "1")
            .put("differences", differences.stream().map(CrdsCommand::object).toList())
            .put("missing", missing)
            .build());
  }

  private static Map<String, Object> object(Difference difference) {
    return Json.object()
        .put("crd", difference.crd())
        .put("version", difference.version())
        .put("field", difference.field())
        .put("attribute", difference.attribute())
        .put("ours", difference.ours())
        .put("theirs", difference.theirs())
        .build();
  }

  private static String text(List<Difference> differences, List<String> missing) {
    String lines =
        differences.stream().map(CrdsCommand::line).collect(Collectors.joining())
            + missing.stream()
                .map("%s: not compared, because it is not there\n"::formatted)
                .collect(Collectors.joining());
    return lines + Counts.of(differences.size(), "difference") + ".\n";
  }

  private static String line(Difference difference) {
    String place =
        List.of(difference.crd(), difference.version(), difference.field()).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return "%s: %s is %s here and %s there\n"
        .formatted(
            place,
            difference.attribute(),
            Objects.requireNonNullElse(difference.ours(), "absent"),
            Objects.requireNonNullElse(difference.theirs(), "absent"));
  }
}
