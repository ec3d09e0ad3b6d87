package io.openclustermanagement.cli.testing;

import io.openclustermanagement.cli.testing.TestResult.Failure;
import io.openclustermanagement.cli.testing.TestResult.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results of tests as the XML that build servers read: a suite per module, a case per test. */
public final class JUnitXml {
  private JUnitXml() {}

  /** The whole document; without times, so that the same results give the same bytes. */
  public static String document(List<TestResult> results) {
    Map<String, List<TestResult>> byModule =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.test().module(), LinkedHashMap::new, Collectors.toList()));
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites%s>\n".formatted(counts(results)));
    byModule.forEach((module, tests) -> suite(xml, module, tests));
    return xml.append("</testsuites>\n").toString();
  }

  private static void suite(StringBuilder xml, String module, List<TestResult> tests) {
    xml.append("  <testsuite name=\"%s\"%s>\n".formatted(escape(module), counts(tests)));
    tests.forEach(test -> testCase(xml, test));
    xml.append("  </testsuite>\n");
  }

  private static String counts(List<TestResult> tests) {
    return " tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\""
        .formatted(tests.size(), count(tests, Outcome.FAILED), count(tests, Outcome.NOT_RUN));
  }

  private static long count(List<TestResult> tests, Outcome outcome) {
    return tests.stream().filter(test -> test.outcome() == outcome).count();
  }

  private static void testCase(StringBuilder xml, TestResult result) {
    var span = result.test().origin().span();
    xml.append(
        "    <testcase classname=\"%s\" name=\"%s\" file=\"%s\" line=\"%d\""
            .formatted(
                escape(result.test().module()),
                escape(result.test().title()),
                escape(span.file().name()),
                span.line()));
    switch (result.outcome()) {
      case PASSED -> xml.append("/>\n");
      case FAILED -> {
        xml.append(">\n");
        result.failures().forEach(failure -> failure(xml, failure));
        xml.append("    </testcase>\n");
      }
      case NOT_RUN ->
          xml.append(
              ">\n      <skipped message=\"%s\"/>\n    </testcase>\n".formatted(notRun(result)));
    }
  }

  private static String notRun(TestResult result) {
    return escape(
        "not supported yet: "
            + result.notRun().stream()
                .map(span -> span.text().lines().findFirst().orElse(""))
                .collect(Collectors.joining("; ")));
  }

  private static void failure(StringBuilder xml, Failure failure) {
    String place = failure.place().file().name() + ":" + failure.place().line();
    String details =
        failure.details().stream().map(line -> "\n  " + line).collect(Collectors.joining());
    xml.append(
        "      <failure message=\"%s\">%s</failure>\n"
            .formatted(
                escape("expected " + failure.expected() + ", actual " + failure.actual()),
                escape(
                    place
                        + "\nexpected "
                        + failure.expected()
                        + "\nactual "
                        + failure.actual()
                        + details)));
  }

  /** Characters that XML 1.0 does not allow are shown as the replacement character. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    return c >= 0x20 && !(c >= 0xD800 && c < 0xE000) && c != 0xFFFE && c != 0xFFFF;
  }
}
