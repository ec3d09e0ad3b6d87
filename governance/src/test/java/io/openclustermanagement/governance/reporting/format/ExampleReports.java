package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.governance.reporting.ExampleFleet;
import io.openclustermanagement.governance.reporting.Report;
import java.util.List;
import java.util.Optional;

/** Reports that formats are tried with. */
final class ExampleReports {
  private ExampleReports() {}

  static Report report() {
    return ExampleFleet.report();
  }

  static Report withoutSources() {
    return ExampleFleet.report(Optional.empty());
  }

  static Report empty() {
    return new Report(ExampleFleet.NOW, List.of(), List.of(), List.of(), List.of());
  }
}
