package io.openclustermanagement.governance.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.scanner.ScannerException;

/** Mistakes of YAML in the words of Go's library, which has the same parser by origin. */
final class YamlMessages {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry(
              "mapping values are not allowed", "mapping values are not allowed in this context"),
          Map.entry("mapping keys are not allowed", "mapping keys are not allowed in this context"),
          Map.entry(
              "block sequence entries are not allowed",
              "block sequence entries are not allowed in this context"),
          Map.entry(
              "sequence entries are not allowed",
              "block sequence entries are not allowed in this context"),
          Map.entry("that cannot start any token", "found character that cannot start any token"),
          Map.entry("unknown escape character", "found unknown escape character"),
          Map.entry("could not find expected ':'", "could not find expected ':'"),
          Map.entry("unexpected end of stream", "found unexpected end of stream"),
          Map.entry("unexpected document separator", "found unexpected document indicator"),
          Map.entry("expected ',' or ']'", "did not find expected ',' or ']'"),
          Map.entry("expected ',' or '}'", "did not find expected ',' or '}'"),
          Map.entry("expected '<document start>'", "did not find expected <document start>"),
          Map.entry("expected the node content", "did not find expected node content"),
          Map.entry(
              "expected alphabetic or numeric character",
              "did not find expected alphabetic or numeric character"),
          Map.entry(
              "expected chomping or indentation indicators",
              "did not find expected comment or line break"),
          Map.entry(
              "expected a comment or a line break", "did not find expected comment or line break"));

  private YamlMessages() {}

  static String of(MarkedYAMLException e) {
    int line = line(e);
    return (line == 0 ? "" : "line %d: ".formatted(line)) + words(e);
  }

  private static String words(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    String context = String.valueOf(e.getContext());
    for (Map.Entry<String, String> each : WORDS.entrySet()) {
      if (problem.contains(each.getKey())) {
        return each.getValue();
      }
    }
    return context.contains("block collection") || context.contains("block sequence")
        ? "did not find expected '-' indicator"
        : "did not find expected key";
  }

  /** Go counts the line of the context from 0 in its parser and from 1 in its scanner. */
  private static int line(MarkedYAMLException e) {
    @Nullable Mark context = e.getContextMark();
    @Nullable Mark problem = e.getProblemMark();
    int line =
        context != null && context.getLine() != 0
            ? context.getLine()
            : problem == null ? 0 : problem.getLine() + atEnd(e, problem);
    return line != 0 && e instanceof ScannerException ? line + 1 : line;
  }

  /** At the end of a text without a line break, Go has begun another line. */
  private static int atEnd(MarkedYAMLException e, Mark problem) {
    boolean end = String.valueOf(e.getProblem()).contains("<stream end>");
    return end && problem.getColumn() != 0 ? 1 : 0;
  }
}
