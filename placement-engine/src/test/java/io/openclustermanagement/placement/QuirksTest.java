package io.openclustermanagement.placement;

import static io.openclustermanagement.placement.Samples.NOW;
import static io.openclustermanagement.placement.Samples.addOn;
import static io.openclustermanagement.placement.Samples.builtIn;
import static io.openclustermanagement.placement.Samples.choosing;
import static io.openclustermanagement.placement.Samples.chosen;
import static io.openclustermanagement.placement.Samples.cluster;
import static io.openclustermanagement.placement.Samples.decision;
import static io.openclustermanagement.placement.Samples.fleet;
import static io.openclustermanagement.placement.Samples.in;
import static io.openclustermanagement.placement.Samples.placement;
import static io.openclustermanagement.placement.Samples.preferring;
import static io.openclustermanagement.placement.Samples.schedule;
import static io.openclustermanagement.placement.Samples.tolerating;
import static io.openclustermanagement.placement.Samples.totals;
import static io.openclustermanagement.placement.Samples.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.DecisionGroup;
import io.openclustermanagement.api.cluster.DecisionStrategy;
import io.openclustermanagement.api.cluster.GroupClusterSelector;
import io.openclustermanagement.api.cluster.GroupStrategy;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.cluster.Toleration;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.meta.ObjectMeta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One test for each place where upstream behaves as nobody would expect. */
class QuirksTest {
  private static final LabelSelectorRequirement BROKEN =
      new LabelSelectorRequirement("env", "Near", List.of("x"));

  @Test
  void preferNoSelectNeitherKeepsAwayNorScores() {
    Taint taint = new Taint("busy", null, TaintEffect.PREFER_NO_SELECT, NOW);
    PlacementResult result =
        schedule(fleet(cluster("a", Map.of(), taint), cluster("b", Map.of())), placement());
    assertThat(totals(result)).containsExactly(Map.entry("a", 100L), Map.entry("b", 100L));
  }

  @Test
  void aTimedTolerationInFrontOfAnEndlessOneCausesANeedlessRequeue() {
    Taint taint = new Taint("busy", null, TaintEffect.NO_SELECT, NOW);
    Toleration timed = new Toleration("busy", "Exists", null, null, 60L);
    Toleration endless = new Toleration("busy", "Exists", null, null, null);
    Fleet fleet = fleet(cluster("a", Map.of(), taint), decision("ns", "pl", "a"));
    assertThat(schedule(fleet, tolerating(placement(), timed, endless)).requeueAfter())
        .isEqualTo(Duration.ofSeconds(60));
    assertThat(schedule(fleet, tolerating(placement(), endless, timed)).requeueAfter()).isNull();
  }

  @Test
  void twoEntriesForOneAddOnScoreAddUpAndOfTwoBuiltInOnesTheLastWins() {
    Fleet fleet = fleet(cluster("a", Map.of()), Samples.score("a", "usage", 10, null));
    Placement twice = preferring(placement(), "Exact", addOn("usage", 2), addOn("usage", 3));
    assertThat(totals(schedule(fleet, twice))).containsEntry("a", 50L);
    Placement balance =
        preferring(placement(), "Exact", builtIn("Balance", 2), builtIn("Balance", 3));
    assertThat(totals(schedule(fleet, balance))).containsEntry("a", 300L);
  }

  @Test
  void anExpiredScoreIsAWarningThatNoConditionShows() {
    Fleet fleet =
        fleet(cluster("a", Map.of()), Samples.score("a", "usage", 10, NOW.minusSeconds(1)));
    PlacementResult result =
        schedule(fleet, preferring(placement(), "Additive", addOn("usage", 1)));
    assertThat(result.status())
        .isEqualTo(
            new ScheduleStatus(
                ScheduleStatus.Code.WARNING,
                "AddOn/usage/cpu",
                "AddOnPlacementScores a/usage expired"));
    assertThat(reasons(result)).containsExactly("Succeedconfigured", "AllDecisionsScheduled");
  }

  @Test
  void aMisconfiguredFilterEmptiesTheExistingDecisions() {
    Fleet fleet = fleet(cluster("a", Map.of()), decision("ns", "pl", "a"));
    PlacementResult result = schedule(fleet, where(placement(), BROKEN));
    assertThat(result.placementDecisions())
        .extracting(PlacementDecision::decisions)
        .containsExactly(List.of());
    assertThat(reasons(result)).containsExactly("Misconfigured", "NoManagedClusterMatched");
    assertThat(result.conditions().getFirst().message())
        .isEqualTo("Predicate:\"Near\" is not a valid label selector operator");
  }

  @Test
  void aBrokenGroupSelectorLosesTheClustersBehindItAndLeavesThePlacementSatisfied() {
    DecisionGroup canary = group("canary", in("env", "test"));
    DecisionGroup broken = group("broken", BROKEN);
    DecisionStrategy strategy =
        new DecisionStrategy(new GroupStrategy(List.of(canary, broken), null));
    Fleet fleet =
        fleet(cluster("a", Map.of("env", "test")), cluster("b", Map.of()), cluster("c", Map.of()));
    PlacementResult result = schedule(fleet, Samples.grouping(placement(), strategy));
    assertThat(chosen(result)).containsExactly("a", "b", "c");
    assertThat(result.numberOfSelectedClusters()).isEqualTo(3);
    assertThat(result.placementDecisions()).hasSize(1);
    assertThat(result.decisions())
        .extracting(Decision::group)
        .containsExactly(new Decision.Group(0, "canary"), null, null);
    assertThat(reasons(result)).containsExactly("Misconfigured", "AllDecisionsScheduled");
  }

  private static DecisionGroup group(String name, LabelSelectorRequirement term) {
    LabelSelector selector = new LabelSelector(List.of(term), Map.of());
    return new DecisionGroup(name, new GroupClusterSelector(selector, null));
  }

  @Test
  void withoutClustersBadPredicatesAndTolerationsGoUnnoticedAndBadPrioritizersDoNot() {
    Toleration bad = new Toleration(null, "Equal", "x", null, null);
    Placement placement = tolerating(where(placement(), BROKEN), bad);
    assertThat(reasons(schedule(fleet(), placement)))
        .containsExactly("Succeedconfigured", "AllManagedClusterSetsEmpty");
    assertThat(reasons(schedule(fleet(), preferring(placement, "exact"))))
        .containsExactly("Misconfigured", "AllManagedClusterSetsEmpty");
  }

  @Test
  void aNegativeSteadyWeightKeepsDecisionsFlipping() {
    Placement placement = choosing(preferring(placement(), "Exact", builtIn("Steady", -1)), 1);
    Fleet fleet = fleet(cluster("a", Map.of()), cluster("b", Map.of()));
    for (int sync = 0; sync < 4; sync++) {
      PlacementResult result = schedule(fleet, placement);
      assertThat(chosen(result)).containsExactly(sync % 2 == 0 ? "a" : "b");
      fleet = fleet.with(result.placementDecisions().getFirst());
    }
  }

  @Test
  void balanceCountsDecisionsOfAllNamespacesAndOfClustersThatWereFilteredOut() {
    Fleet fleet =
        fleet(
            cluster("a", Map.of("env", "prod")),
            cluster("b", Map.of("env", "prod")),
            cluster("c", Map.of()),
            decision("ns", "other", "a", "c"),
            decision("far", "pl", "c"));
    PlacementResult result =
        schedule(
            fleet,
            preferring(where(placement(), in("env", "prod")), "Exact", builtIn("Balance", 1)));
    assertThat(totals(result)).containsExactly(Map.entry("b", 100L), Map.entry("a", 0L));
  }

  @Test
  void groupsAreSortedByNameSoThatTheOrderByScoreIsLost() {
    Fleet fleet =
        fleet(cluster("a", Map.of()), cluster("b", Map.of()), decision("ns", "other", "a"));
    PlacementResult result = schedule(fleet, placement());
    assertThat(chosen(result)).containsExactly("b", "a");
    assertThat(result.placementDecisions().getFirst().decisions())
        .extracting(d -> d.clusterName())
        .containsExactly("a", "b");
  }

  @Test
  void moreThanAHundredDecisionsAreSplitWithinTheirGroup() {
    List<io.openclustermanagement.api.meta.KubernetesObject> clusters = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      clusters.add(cluster("c%03d".formatted(i), Map.of()));
    }
    PlacementResult result =
        schedule(
            fleet(clusters.toArray(io.openclustermanagement.api.meta.KubernetesObject[]::new)),
            placement());
    assertThat(result.placementDecisions())
        .extracting(d -> d.metadata().name() + " " + d.decisions().size())
        .containsExactly("pl-decision-1 100", "pl-decision-2 100", "pl-decision-3 50");
    assertThat(result.decisionGroups()).hasSize(1);
    assertThat(result.decisionGroups().getFirst().decisions()).hasSize(3);
  }

  @Test
  void anInvalidSelectorOfABoundSetFailsTheWholeSync() {
    Fleet fleet =
        fleet(
            cluster("a", Map.of()),
            decision("ns", "pl", "a"),
            Samples.set("broken", new LabelSelector(List.of(BROKEN), Map.of())),
            new ManagedClusterSetBinding(ObjectMeta.named("ns", "broken"), null, null));
    PlacementResult result = schedule(fleet, placement());
    assertThat(result.status().code()).isEqualTo(ScheduleStatus.Code.ABORTED);
    assertThat(result.status().message())
        .isEqualTo(
            "failed to get clusters from ClusterSet \"broken\":"
                + " \"Near\" is not a valid label selector operator");
    assertThat(result.conditions()).isEmpty();
    assertThat(chosen(result)).as("what is written stays").containsExactly("a");
  }

  @Test
  void aDisabledPlacementIsLeftAsItIs() {
    Placement disabled =
        new Placement(
            placement()
                .metadata()
                .withAnnotations(Map.of(ClusterLabels.SCHEDULING_DISABLE, "true")),
            placement().spec(),
            null);
    Fleet fleet = fleet(cluster("a", Map.of()), cluster("b", Map.of()), decision("ns", "pl", "b"));
    PlacementResult result = schedule(fleet, disabled);
    assertThat(result.status().code()).isEqualTo(ScheduleStatus.Code.SKIPPED);
    assertThat(chosen(result)).containsExactly("b");
    assertThat(result.rejections())
        .extracting(Rejection::stage)
        .containsExactly(Rejection.Stage.SCHEDULING);
  }

  private static List<String> reasons(PlacementResult result) {
    return result.conditions().stream().map(Condition::reason).toList();
  }
}
