package io.openclustermanagement.cli.testing;

import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.cli.testing.TestResult.Failure;
import io.openclustermanagement.cli.testing.TestResult.Outcome;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results of tests as people read them: by fleet, a line per test, values where one failed. */
public final class TestText {
  private final Style style;

  public TestText(Style style) {
    this.style = style;
  }

  /** All results and the counts. */
  public String render(List<TestResult> results) {
    StringBuilder text = new StringBuilder();
    Map<String, List<TestResult>> byFleet =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.test().fleet().name().name(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byFleet.forEach(
        (fleet, tests) -> {
          text.append(style.bold(fleet)).append('\n');
          tests.forEach(test -> text.append(render(test)));
        });
    return text.append(summary(results)).toString();
  }

  private String render(TestResult result) {
    String title = result.test().title();
    return switch (result.outcome()) {
      case PASSED -> "  %s    %s\n".formatted(style.green("ok"), title);
      case FAILED ->
          "  %s  %s\n".formatted(style.red("FAIL"), title)
              + result.failures().stream().map(this::render).collect(Collectors.joining());
      case NOT_RUN -> "  %s  %s\n".formatted(style.yellow("skip"), title) + notRun(result);
    };
  }

  private String render(Failure failure) {
    StringBuilder text = new StringBuilder();
    text.append("        expected  %s  %s\n".formatted(failure.expected(), place(failure.place())));
    text.append("        actual    %s\n".formatted(failure.actual()));
    failure.details().forEach(line -> text.append("          ").append(line).append('\n'));
    return text.toString();
  }

  private String notRun(TestResult result) {
    return result.notRun().stream()
        .map(span -> "        not run   %s  %s\n".formatted(firstLine(span), place(span)))
        .collect(Collectors.joining());
  }

  private static String firstLine(SourceSpan span) {
    return span.text().lines().findFirst().orElse("");
  }

  private String place(SourceSpan span) {
    return style.dim(span.file().name() + ":" + span.line());
  }

  private String summary(List<TestResult> results) {
    List<String> parts = new ArrayList<>();
    parts.add(count(results, Outcome.PASSED) + " passed");
    if (count(results, Outcome.FAILED) > 0) {
      parts.add(style.red(count(results, Outcome.FAILED) + " failed"));
    }
    if (count(results, Outcome.NOT_RUN) > 0) {
      parts.add(style.yellow(count(results, Outcome.NOT_RUN) + " not run"));
    }
    return String.join(", ", parts) + ".\n";
  }

  private static long count(List<TestResult> results, Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
