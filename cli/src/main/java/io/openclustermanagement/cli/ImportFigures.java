package io.openclustermanagement.cli;

import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.compiler.importer.ImportOptions;
import io.openclustermanagement.compiler.importer.ImportResult;
import io.openclustermanagement.compiler.importer.Importer;
import io.openclustermanagement.compiler.importer.RoundTrip;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Imports files one by one and says how many come back as they were, how many of them wholly in the
 * words of the language, and why the others do not.
 */
final class ImportFigures {
  /** What became of a file. */
  private record Outcome(String file, List<String> reasons, boolean carried, int verbatim) {
    boolean isRoundTrip() {
      return reasons.isEmpty();
    }

    boolean isWords() {
      return isRoundTrip() && !carried && verbatim == 0;
    }
  }

  private final ImportOptions options;
  private final List<Outcome> outcomes = new ArrayList<>();

  ImportFigures(ImportOptions options) {
    this.options = options;
  }

  /** Imports a file. */
  void add(SourceFile file) {
    Manifests manifests = ManifestReader.read(file.name(), file.text());
    List<String> reasons = new ArrayList<>();
    manifests.problems().forEach(problem -> reasons.add(reason(problem)));
    if (manifests.documents().isEmpty() && reasons.isEmpty()) {
      reasons.add("there is no object in it");
    }
    ImportResult result = Importer.importObjects(List.of(manifests), options);
    result.diagnostics().stream()
        .filter(Diagnostic::isError)
        .forEach(each -> reasons.add(each.summary() + " " + each.primary().text()));
    if (reasons.isEmpty()) {
      reasons.addAll(RoundTrip.differences(List.of(manifests), options, result));
    }
    outcomes.add(new Outcome(file.name(), reasons, isCarried(result), verbatim(result)));
  }

  private static String reason(Problem problem) {
    return problem.position() == null
        ? problem.message()
        : "line %d: %s".formatted(problem.position().line(), problem.message());
  }

  private static boolean isCarried(ImportResult result) {
    return result.diagnostics().stream().anyMatch(each -> each.code() == Code.CARRIED);
  }

  private static int verbatim(ImportResult result) {
    return (int) result.files().stream().filter(file -> file.name().endsWith(".yaml")).count();
  }

  /** Whether every file came back. */
  boolean isComplete() {
    return outcomes.stream().allMatch(Outcome::isRoundTrip);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Outcome each : outcomes) {
      each.reasons().stream()
          .limit(3)
          .forEach(reason -> text.append("%s: %s\n".formatted(each.file(), reason)));
    }
    long roundTrips = outcomes.stream().filter(Outcome::isRoundTrip).count();
    long words = outcomes.stream().filter(Outcome::isWords).count();
    long carried = outcomes.stream().filter(Outcome::isRoundTrip).filter(Outcome::carried).count();
    double share = outcomes.isEmpty() ? 0 : 100.0 * roundTrips / outcomes.size();
    text.append("%d of %s (%.1f %%) round-trip: ".formatted(roundTrips, files(), share));
    text.append(
        "%d wholly in words, %d with templates taken from files, %d with objects carried as they are.\n"
            .formatted(words, roundTrips - words - carried, carried));
    return text.toString();
  }

  private String files() {
    return Counts.of(outcomes.size(), "file");
  }
}
