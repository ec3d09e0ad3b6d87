package io.openclustermanagement.governance.fleetrule;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.rules.BrokenElement;
import io.openclustermanagement.api.rules.FleetRule;
import io.openclustermanagement.api.rules.FleetRuleState;
import io.openclustermanagement.api.rules.UndecidedElement;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetRuleEvaluatorTest {
  private static final String COMPLIES = "compliance(c, \"Policy\", \"n/p\") == \"Compliant\"";
  private static final FleetRule REDUNDANCY =
      TestRule.byRegion("placed(\"n/all\")")
          .let("good", "region.members.filter(c, " + COMPLIES + ").size()")
          .say("region.key + \" has \" + string(variables.good) + \" of \" + string(region.size)")
          .expect("variables.good >= 2");

  private static TestHub hub() {
    return new TestHub().cluster("eu-1", "eu").cluster("eu-2", "eu").cluster("us-1", "us");
  }

  @Test
  void silentClustersLeaveItUndecided() {
    FleetRuleResult result =
        FleetRuleEvaluator.evaluate(REDUNDANCY, hub().report("eu-1", "n/p", "Compliant"));
    assertThat(result.state()).contains(FleetRuleState.FALSE);
    assertThat(result.broken()).containsExactly(new BrokenElement("us", "us has 0 to 1 of 1"));
    assertThat(result.undecided()).containsExactly(new UndecidedElement("eu", List.of("eu-2")));
  }

  @Test
  void countsAreDecidedByTheirBounds() {
    TestHub hub = hub().cluster("us-2", "us").cluster("us-3", "us");
    for (String cluster : List.of("eu-1", "eu-2", "us-1", "us-2")) {
      hub.report(cluster, "n/p", "Compliant");
    }
    FleetRuleResult result = FleetRuleEvaluator.evaluate(REDUNDANCY, hub);
    assertThat(result.state()).contains(FleetRuleState.TRUE);
    assertThat(result.undecided()).isEmpty();
  }

  @Test
  void unknownIsAStateToAskFor() {
    FleetRule rule =
        TestRule.forEach("c", "members(\"prod\")")
            .let("state", "compliance(c, \"Policy\", \"n/p\")")
            .say("c.metadata.name + \" is \" + variables.state")
            .expect("variables.state != \"Unknown\"");
    FleetRuleResult result =
        FleetRuleEvaluator.evaluate(
            rule, hub().report("eu-1", "n/p", "Pending").report("us-1", "n/p", "Compliant"));
    assertThat(result.broken()).containsExactly(new BrokenElement("eu-2", "eu-2 is unknown"));
  }

  @Test
  void tautologiesAreDecided() {
    FleetRule rule =
        TestRule.ONCE.expect(
            "placed(\"n/all\").all(c, "
                + COMPLIES
                + " || compliance(c, \"Policy\", \"n/p\") != \"Compliant\")");
    assertThat(FleetRuleEvaluator.evaluate(rule, hub()).state()).contains(FleetRuleState.TRUE);
  }

  @Test
  void elementsThatExcludeEachOtherFail() {
    FleetRule rule =
        TestRule.forEach("wanted", "[\"Compliant\", \"Pending\"]")
            .expect("placed(\"n/all\").all(c, compliance(c, \"Policy\", \"n/p\") == wanted)");
    FleetRuleResult result = FleetRuleEvaluator.evaluate(rule, hub());
    assertThat(result.state()).contains(FleetRuleState.FALSE);
    assertThat(result.undecided()).hasSize(2);
  }

  @Test
  void exemptionsAreComparedWithTheDay() {
    FleetRule rule =
        TestRule.forEach("e", "exemptions()")
            .say("\"until \" + string(e.until).substring(0, 10)")
            .expect("e.until > today() + duration(\"1209600s\")");
    FleetRuleResult result =
        FleetRuleEvaluator.evaluate(
            rule, hub().exemption("late", "2027-01-01").exemption("soon", "2026-12-04"));
    assertThat(result.broken()).containsExactly(new BrokenElement("soon", "until 2026-12-04"));
  }

  @Test
  void whatCannotBeEvaluatedNeverHolds() {
    FleetRule unknown = TestRule.ONCE.expect("placed(\"n/none\").size() > 0");
    assertThat(FleetRuleEvaluator.evaluate(unknown, hub()))
        .satisfies(
            result -> {
              assertThat(result.state()).isEmpty();
              assertThat(result.problems())
                  .containsExactly("The rule fails: there is no placement `n/none`.");
            });
    FleetRule wrong = TestRule.ONCE.expect("placed(");
    assertThat(FleetRuleEvaluator.evaluate(wrong, hub()).problems())
        .containsExactly(
            "`spec.expectations[0].expression` does not compile: the syntax is wrong at character 8.");
    FleetRule misspelt =
        TestRule.forEach("c", "placed(\"n/all\")").expect("x.metadata.name == \"\"");
    assertThat(FleetRuleEvaluator.evaluate(misspelt, hub()).problems())
        .containsExactly(
            "`spec.expectations[0].expression` does not compile: there is no `x` at character 1.");
  }

  @Test
  void tooManyWaysAreGivenUpSoundly() {
    TestHub hub = new TestHub();
    for (int i = 0; i < 60; i++) {
      hub.cluster("c" + i, "r");
    }
    FleetRule parity =
        TestRule.ONCE.expect(
            "placed(\"n/all\").filter(c, "
                + COMPLIES
                + ").size() % 2 == placed(\"n/all\").filter(c, compliance(c, \"Policy\", \"n/p\") != \"Compliant\").size() % 2");
    FleetRuleResult result = FleetRuleEvaluator.evaluate(parity, hub);
    assertThat(result.state()).contains(FleetRuleState.UNDECIDED);
    assertThat(result.exact()).isFalse();
  }
}
