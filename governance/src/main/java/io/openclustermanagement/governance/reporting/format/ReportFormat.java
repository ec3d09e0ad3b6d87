package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.governance.reporting.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats in which a report can be written. */
public enum ReportFormat {
  /** One page for people that needs nothing else. */
  HTML,
  /** Everything, for programs. */
  JSON,
  /** One line for each result, for spreadsheets. */
  CSV,
  /** What matters, for a comment on a pull request. */
  MARKDOWN,
  /** {@code Report} of {@code openreports.io/v1alpha1}, one for each cluster. */
  OPENREPORTS,
  /** {@code PolicyReport} of {@code wgpolicyk8s.io/v1alpha2}, one for each cluster. */
  POLICYREPORT,
  /** SARIF 2.1.0 of OASIS, for code hosting services. */
  SARIF,
  /** What build servers read of tests. */
  JUNIT,
  /** Assessment results of NIST's OSCAL 1.2.2, for auditors. */
  OSCAL,
  /** The text format of Prometheus. */
  PROMETHEUS;

  /** The name on the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all formats. */
  public static List<String> names() {
    return Arrays.stream(values()).map(ReportFormat::wireName).toList();
  }

  /** The report in this format; the same report gives the same text. */
  public String write(Report report) {
    return switch (this) {
      case HTML -> HtmlReport.write(report);
      case JSON -> JsonReport.write(report);
      case CSV -> CsvReport.write(report);
      case MARKDOWN -> MarkdownReport.write(report);
      case OPENREPORTS -> PolicyReports.openReports(report);
      case POLICYREPORT -> PolicyReports.policyReports(report);
      case SARIF -> SarifReport.write(report);
      case JUNIT -> JUnitReport.write(report);
      case OSCAL -> OscalReport.write(report);
      case PROMETHEUS -> PrometheusReport.write(report);
    };
  }
}
