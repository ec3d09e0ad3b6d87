package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.governance.reporting.Check;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedObject;
import io.openclustermanagement.governance.reporting.Result;
import io.openclustermanagement.governance.reporting.StateCounts;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A suite for each policy and a case for each result, as build servers read them. */
final class JUnitReport {
  private JUnitReport() {}

  static String write(Report report) {
    String time =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")
            .withZone(ZoneOffset.UTC)
            .format(report.time());
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites%s>\n".formatted(counts(report.results())));
    report.resultsByPolicy().forEach((policy, results) -> suite(xml, policy, time, results));
    return xml.append("</testsuites>\n").toString();
  }

  private static void suite(StringBuilder xml, String policy, String time, List<Result> results) {
    xml.append(
        "  <testsuite name=\"%s\"%s timestamp=\"%s\">\n"
            .formatted(Xml.escape(policy), counts(results), time));
    results.forEach(each -> testCase(xml, each));
    xml.append("  </testsuite>\n");
  }

  private static String counts(List<Result> results) {
    StateCounts counts = StateCounts.of(results.stream().map(Result::state).toList());
    int failures = counts.get(ReportState.NON_COMPLIANT);
    int errors = counts.get(ReportState.ERROR);
    int skipped = counts.total() - failures - errors - counts.get(ReportState.COMPLIANT);
    return " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\""
        .formatted(counts.total(), failures, errors, skipped);
  }

  private static void testCase(StringBuilder xml, Result result) {
    Check check = result.check();
    String object = result.object().map(each -> " " + each.label()).orElse("");
    xml.append(
        "    <testcase classname=\"%s\" name=\"%s\""
            .formatted(
                Xml.escape(check.policy().id() + "/" + check.template()),
                Xml.escape(check.cluster() + object)));
    switch (result.state()) {
      case COMPLIANT -> xml.append("/>\n");
      case NON_COMPLIANT -> problem(xml, "failure", result);
      case ERROR -> problem(xml, "error", result);
      case PENDING, UNKNOWN, EXEMPTED, SKIPPED ->
          xml.append(
              ">\n      <skipped message=\"%s\"/>\n    </testcase>\n"
                  .formatted(Xml.escape(result.state().wireName() + ": " + why(result))));
    }
  }

  private static void problem(StringBuilder xml, String element, Result result) {
    xml.append(
        ">\n      <%s message=\"%s\" type=\"%s\">%s</%s>\n    </testcase>\n"
            .formatted(
                element,
                Xml.escape(result.check().message()),
                result.state().wireName(),
                Xml.escape(result.object().map(JUnitReport::details).orElse("")),
                element));
  }

  private static String why(Result result) {
    return result
        .waiver()
        .map(waiver -> "%s (%s)".formatted(waiver.because(), waiver.id()))
        .orElse(result.check().message());
  }

  private static String details(ReportedObject object) {
    return object.diff().isEmpty() ? String.join("\n", object.explanation()) : object.diff();
  }
}
