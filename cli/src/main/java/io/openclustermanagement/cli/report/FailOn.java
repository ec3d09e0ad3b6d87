package io.openclustermanagement.cli.report;

import io.openclustermanagement.cli.args.Suggestion;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedSeverity;
import io.openclustermanagement.governance.reporting.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** At what a pipeline fails, a value of {@code --fail-on}. */
public sealed interface FailOn {

  /** Results in a state. */
  record InState(ReportState state) implements FailOn {
    @Override
    public boolean isMetBy(Result result) {
      return result.state() == state;
    }
  }

  /** Violations that are at least so serious. */
  record OfSeverity(ReportedSeverity severity) implements FailOn {
    @Override
    public boolean isMetBy(Result result) {
      return result.state() == ReportState.NON_COMPLIANT
          && result.check().severity().compareTo(severity) <= 0;
    }
  }

  /** Whether a result makes the run fail. */
  boolean isMetBy(Result result);

  /**
   * Reads a value.
   *
   * @throws UsageException if it names no state and no severity
   */
  static FailOn of(String value) {
    String name = value.toLowerCase(Locale.ROOT).replace("-", "");
    return states()
        .filter(state -> name(state).equals(name))
        .<FailOn>map(InState::new)
        .findFirst()
        .or(
            () ->
                severities()
                    .filter(severity -> severity.wireName().equals(name))
                    .<FailOn>map(OfSeverity::new)
                    .findFirst())
        .orElseThrow(() -> unknown(value));
  }

  private static Stream<ReportState> states() {
    return Arrays.stream(ReportState.values()).filter(ReportState::isOpen);
  }

  private static String name(ReportState state) {
    return state.wireName().toLowerCase(Locale.ROOT);
  }

  private static Stream<ReportedSeverity> severities() {
    return Arrays.stream(ReportedSeverity.values())
        .filter(each -> each != ReportedSeverity.UNSPECIFIED);
  }

  private static UsageException unknown(String value) {
    List<String> known =
        Stream.concat(states().map(FailOn::name), severities().map(ReportedSeverity::wireName))
            .toList();
    return new UsageException(
        "`--fail-on %s` is no state and no severity; it is one of %s.%s"
            .formatted(value, String.join(", ", known), Suggestion.sentence(value, known)));
  }

  /** The worst state of the results at which the run fails; empty if it does not. */
  static Optional<ReportState> worst(List<FailOn> all, Report report) {
    return report.results().stream()
        .filter(result -> all.stream().anyMatch(each -> each.isMetBy(result)))
        .map(Result::state)
        .min(ReportState::compareTo);
  }
}
