package io.openclustermanagement.governance.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.reasoning.Conclusion.Applies;
import io.openclustermanagement.governance.reasoning.Conclusion.Blocked;
import io.openclustermanagement.governance.reasoning.Conclusion.Ending;
import io.openclustermanagement.governance.reasoning.Conclusion.Enforced;
import io.openclustermanagement.governance.reasoning.Conclusion.Exempted;
import io.openclustermanagement.governance.reasoning.Conclusion.NotExempted;
import io.openclustermanagement.governance.reasoning.Conclusion.RequirementStanding;
import io.openclustermanagement.governance.reasoning.Fact.Active;
import io.openclustermanagement.governance.reasoning.Fact.Binding;
import io.openclustermanagement.governance.reasoning.Fact.Coverage;
import io.openclustermanagement.governance.reasoning.Fact.Dependency;
import io.openclustermanagement.governance.reasoning.Fact.Grant;
import io.openclustermanagement.governance.reasoning.Fact.Placed;
import io.openclustermanagement.governance.reasoning.Fact.Serves;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComplianceReasonerTest {
  private static final Requirement CONTROL =
      new Requirement(Requirement.Kind.CONTROL, "CM-2 Baseline Configuration");
  private static final Site PODS = new Site("acme/pods", "eu-1");
  private static final Site QUOTAS = new Site("acme/quotas", "eu-1");

  private final ComplianceReasoner reasoner = new ComplianceReasoner(LocalDate.parse("2026-11-20"));

  @AfterEach
  void close() {
    reasoner.close();
  }

  private void place(String policy, boolean restricted, boolean enforcing) {
    reasoner.tell(new Active(policy));
    reasoner.tell(
        new Binding(
            policy + (restricted ? "-stricter" : "-everywhere"),
            policy,
            null,
            "acme/prod",
            restricted,
            enforcing));
    reasoner.tell(new Placed("acme/prod", "eu-1"));
  }

  private void find(Site site, VerdictState... states) {
    reasoner.tell(
        site,
        Arrays.stream(states)
            .map(
                each ->
                    new TemplateVerdict(
                        "limits", "ConfigurationPolicy", each, "the message.", List.of()))
            .toList());
  }

  private RequirementState control() {
    return reasoner.conclusions(RequirementStanding.class).stream()
        .filter(each -> each.requirement().equals(CONTROL))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void enforcementComesFromTheBinding() {
    place("acme/pods", false, false);
    assertThat(reasoner.conclusions(Enforced.class)).isEmpty();
    place("acme/pods", true, true);
    Enforced enforced = new Enforced(PODS, "acme/pods-stricter");
    assertThat(reasoner.conclusions(Enforced.class)).containsExactly(enforced);
    assertThat(reasoner.why(enforced).render())
        .isEqualTo(
            """
            The policy `acme/pods` is enforced on `eu-1` by the binding `acme/pods-stricter`.
              The binding `acme/pods-stricter` joins the policy `acme/pods` to the placement \
            `acme/prod`, where another binding places it, and enforces it.
              The placement `acme/prod` chose the cluster `eu-1`.
              The policy `acme/pods` applies to `eu-1`.
                The binding `acme/pods-everywhere` joins the policy `acme/pods` to the placement \
            `acme/prod`.
                The policy `acme/pods` is not disabled.
                The placement `acme/prod` chose the cluster `eu-1`.
            """);
  }

  @Test
  void exemptionEndsByItself() {
    place("acme/pods", false, false);
    find(PODS, VerdictState.NON_COMPLIANT);
    LocalDate until = LocalDate.parse("2026-11-30");
    reasoner.tell(new Grant("acme/lab", "lab@acme.example", "RISK-7", until, "it moves"));
    reasoner.tell(new Coverage("acme/lab", PODS, "limits"));
    Exempted exempted =
        new Exempted(reasoner.findings("acme/pods").findFirst().orElseThrow(), "acme/lab");
    assertThat(reasoner.conclusions(Exempted.class)).containsExactly(exempted);
    assertThat(reasoner.conclusions(Ending.class)).containsExactly(new Ending("acme/lab", 10));
    assertThat(reasoner.why(exempted).render())
        .contains("applies until 2026-11-30, RISK-7: it moves.");
    reasoner.advanceTo(until);
    assertThat(reasoner.conclusions(Exempted.class)).containsExactly(exempted);
    reasoner.advanceTo(until.plusDays(1));
    assertThat(reasoner.conclusions(Exempted.class)).isEmpty();
    assertThat(reasoner.conclusions(NotExempted.class))
        .containsExactly(new NotExempted(exempted.finding(), "acme/lab"));
  }

  @Test
  void controlIsNotAssessedUntilSomethingWasEvaluated() {
    reasoner.tell(new Serves("acme/pods", CONTROL));
    reasoner.tell(new Serves("acme/quotas", CONTROL));
    assertThat(control()).isEqualTo(RequirementState.NOT_ASSESSED);
    place("acme/pods", false, false);
    assertThat(control()).isEqualTo(RequirementState.NOT_ASSESSED);
    find(PODS, VerdictState.COMPLIANT);
    assertThat(control()).isEqualTo(RequirementState.COMPLIANT);
    place("acme/quotas", false, false);
    find(QUOTAS, VerdictState.PENDING);
    assertThat(control()).isEqualTo(RequirementState.PENDING);
    find(PODS, VerdictState.ERROR);
    assertThat(control()).isEqualTo(RequirementState.ERROR);
    find(QUOTAS, VerdictState.NON_COMPLIANT);
    assertThat(control()).isEqualTo(RequirementState.NON_COMPLIANT);
    reasoner.retract(new Placed("acme/prod", "eu-1"));
    assertThat(control()).isEqualTo(RequirementState.NOT_ASSESSED);
    assertThat(reasoner.stale()).containsExactly(PODS, QUOTAS);
  }

  @Test
  void whatIsExemptedIsNoCompliance() {
    reasoner.tell(new Serves("acme/pods", CONTROL));
    place("acme/pods", false, false);
    find(PODS, VerdictState.NON_COMPLIANT);
    LocalDate until = LocalDate.parse("2027-11-30");
    reasoner.tell(new Grant("acme/lab", "lab@acme.example", null, until, "it moves"));
    reasoner.tell(new Coverage("acme/lab", PODS, null));
    assertThat(control()).isEqualTo(RequirementState.EXEMPTED);
  }

  @Test
  void causesOfWaitingAreFollowed() {
    place("acme/apps", false, false);
    place("acme/pods", false, false);
    place("acme/quotas", false, false);
    reasoner.tell(new Dependency("acme/apps", "acme/pods", VerdictState.COMPLIANT));
    reasoner.tell(new Dependency("acme/pods", "acme/quotas", VerdictState.COMPLIANT));
    find(QUOTAS, VerdictState.NON_COMPLIANT);
    find(PODS, VerdictState.PENDING);
    Blocked blocked = new Blocked(new Site("acme/apps", "eu-1"), "acme/pods");
    assertThat(reasoner.conclusions(Blocked.class)).contains(blocked);
    assertThat(reasoner.why(blocked).render())
        .contains("\n  The policy `acme/pods` waits on `eu-1` for `acme/quotas`.\n")
        .contains(
            "\n    The template `limits` of `acme/quotas` is NonCompliant on `eu-1`: the message.\n");
    find(QUOTAS, VerdictState.COMPLIANT);
    find(PODS, VerdictState.COMPLIANT);
    assertThat(reasoner.conclusions(Blocked.class)).isEmpty();
    assertThat(reasoner.conclusions(Applies.class)).hasSize(3);
  }

  @Test
  void cyclesOfDependenciesAreExplainedOnce() {
    place("acme/pods", false, false);
    place("acme/quotas", false, false);
    reasoner.tell(new Dependency("acme/quotas", "acme/pods", VerdictState.COMPLIANT));
    reasoner.tell(new Dependency("acme/pods", "acme/quotas", VerdictState.COMPLIANT));
    Blocked blocked = new Blocked(PODS, "acme/quotas");
    assertThat(reasoner.why(blocked).render().lines().filter(each -> each.contains("waits on")))
        .hasSize(3);
  }
}
