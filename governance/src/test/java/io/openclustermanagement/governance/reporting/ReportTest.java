package io.openclustermanagement.governance.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Report REPORT = ExampleFleet.report();

  @Test
  void resultsAreCountedByStateAndByObject() {
    assertThat(REPORT.counts().counts())
        .isEqualTo(
            Map.of(
                ReportState.NON_COMPLIANT, 6,
                ReportState.ERROR, 0,
                ReportState.PENDING, 1,
                ReportState.UNKNOWN, 5,
                ReportState.EXEMPTED, 1,
                ReportState.SKIPPED, 1,
                ReportState.COMPLIANT, 3));
    assertThat(REPORT.counts().total()).isEqualTo(REPORT.results().size()).isEqualTo(17);
  }

  @Test
  void spellingsOfAControlAreOne() {
    RollUp control = rollUp(Dimension.CONTROL, "NIST SP 800-53 CM-2");
    assertThat(control.policies()).containsExactly("acme/credentials", "acme/namespaces");
    assertThat(control.title()).isEqualTo("Baseline Configuration");
    assertThat(control.counts().stateName()).isEqualTo("NonCompliant");
    assertThat(control.counts().total()).isEqualTo(6);
  }

  @Test
  void aControlWithoutAnEvaluatedPolicyIsNotAssessed() {
    RollUp control = rollUp(Dimension.CONTROL, "NIST SP 800-53 AU-2");
    assertThat(control.counts().total()).isZero();
    assertThat(control.counts().stateName()).isEqualTo("NotAssessed");
    assertThat(control.policies()).containsExactly("acme/resting");
  }

  @Test
  void clustersOfARollUpAreCountedByTheirWorst() {
    RollUp hostile = rollUp(Dimension.POLICY, "acme/hostile");
    assertThat(hostile.counts().get(ReportState.NON_COMPLIANT)).isEqualTo(4);
    assertThat(hostile.clusters().get(ReportState.NON_COMPLIANT)).isEqualTo(2);
    assertThat(hostile.clusters().total()).isEqualTo(3);
  }

  @Test
  void everyDimensionAddsUpItsResults() {
    assertThat(rollUp(Dimension.CLUSTER, "us-1").counts().get(ReportState.UNKNOWN)).isEqualTo(5);
    assertThat(rollUp(Dimension.POLICY_SET, "acme/baseline").counts().total()).isEqualTo(6);
    assertThat(rollUp(Dimension.NAMESPACE, "team-a").counts().total()).isEqualTo(8);
    assertThat(rollUp(Dimension.STANDARD, "NIST SP 800-53").counts().stateName())
        .isEqualTo("Unknown");
  }

  @Test
  void exemptionsSaySomethingOnlyWhileTheyLast() {
    Waiver waiver = REPORT.waivers().getFirst();
    assertThat(waiver.daysLeft(REPORT.day())).contains(9L);
    assertThat(waiver.appliesOn(LocalDate.parse("2026-12-01"))).isTrue();
    assertThat(waiver.appliesOn(LocalDate.parse("2026-12-02"))).isFalse();
    assertThat(exempted().check().policy().name()).isEqualTo("limits");
    assertThat(exempted().waiver()).contains(waiver);
  }

  @Test
  void sinceWhenIsReadFromTheHistoryThatUpstreamKeeps() {
    assertThat(REPORT.results())
        .filteredOn(each -> each.check().since().isPresent())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.check().cluster()).isEqualTo("eu-1");
              assertThat(each.check().since()).contains(Instant.parse("2026-11-18T08:00:00Z"));
            });
  }

  private static Result exempted() {
    return REPORT.results().stream()
        .filter(each -> each.state() == ReportState.EXEMPTED)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsOpenIsWorseThanWhatIsExempted() {
    assertThat(standing(ReportState.EXEMPTED, ReportState.UNKNOWN)).contains(ReportState.UNKNOWN);
    assertThat(standing(ReportState.ERROR, ReportState.NON_COMPLIANT))
        .contains(ReportState.NON_COMPLIANT);
    assertThat(standing(ReportState.EXEMPTED, ReportState.COMPLIANT))
        .contains(ReportState.COMPLIANT);
    assertThat(standing(ReportState.EXEMPTED)).contains(ReportState.EXEMPTED);
    assertThat(standing(ReportState.SKIPPED)).isEmpty();
  }

  private static Optional<ReportState> standing(ReportState... states) {
    Map<ReportState, Integer> counts = new EnumMap<>(ReportState.class);
    for (ReportState state : states) {
      counts.merge(state, 1, Integer::sum);
    }
    return new StateCounts(counts).state();
  }

  @Test
  void textsThatTheCatalogueDoesNotKnowAreListed() {
    assertThat(REPORT.unmapped()).containsExactly("control: " + ExampleFleet.HOSTILE);
  }

  @Test
  void secretsOfClustersAreNotInTheModel() {
    assertThat(REPORT.toString()).doesNotContain(ExampleFleet.SECRET);
  }

  private static RollUp rollUp(Dimension dimension, String key) {
    return RollUp.by(dimension, REPORT).stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
