package io.openclustermanagement.placement;

import static io.openclustermanagement.placement.Samples.NOW;
import static io.openclustermanagement.placement.Samples.choosing;
import static io.openclustermanagement.placement.Samples.cluster;
import static io.openclustermanagement.placement.Samples.fleet;
import static io.openclustermanagement.placement.Samples.in;
import static io.openclustermanagement.placement.Samples.placement;
import static io.openclustermanagement.placement.Samples.schedule;
import static io.openclustermanagement.placement.Samples.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.SpreadPolicy;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.cluster.TopologyKeyType;
import io.openclustermanagement.api.cluster.UnsatisfiableMaxSkewAction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One rejection per stage, as a person reads it. */
class RejectionsTest {

  @Test
  void clusterSet() {
    Fleet fleet = fleet(cluster("a", Map.of()));
    Fleet unbound = fleet.without(fleet.bindings("ns").getFirst());
    assertThat(only(schedule(unbound, placement())))
        .extracting(Rejection::stage, Rejection::message)
        .containsExactly(
            Rejection.Stage.CLUSTER_SET, "No cluster set is bound to the placement's namespace.");
  }

  @Test
  void terminating() {
    ManagedCluster cluster = cluster("a", Map.of());
    ManagedCluster leaving =
        new ManagedCluster(cluster.metadata().withDeletionTimestamp(NOW), cluster.spec(), null);
    assertThat(only(schedule(fleet(leaving), placement())).message())
        .isEqualTo("The cluster is being deleted since 2026-11-01T00:00:00Z.");
  }

  @Test
  void predicate() {
    Fleet fleet = fleet(cluster("a", Map.of("env", "prod", "region", "us")));
    Placement placement =
        where(
            where(placement(), in("env", "test"), in("region", "eu")),
            in("env", "prod"),
            in("region", "ap", "eu"));
    assertThat(only(schedule(fleet, placement)))
        .as("the term of the predicate that fails the fewest")
        .isEqualTo(
            new Rejection(
                "a",
                Rejection.Stage.PREDICATE,
                "label region in [ap, eu]",
                "one of ap, eu",
                "us",
                "Not label region in [ap, eu]: found \"us\", and none of the 1 other predicates"
                    + " matches.",
                "/spec/predicates/1/requiredClusterSelector/labelSelector/matchExpressions/1"));
  }

  @Test
  void taintToleration() {
    Taint taint = new Taint("gpu", "a100", TaintEffect.NO_SELECT_IF_NEW, NOW);
    assertThat(only(schedule(fleet(cluster("a", Map.of(), taint)), placement())).message())
        .isEqualTo("No toleration tolerates the taint gpu=a100:NoSelectIfNew.");
  }

  @Test
  void numberOfClusters() {
    Fleet fleet = fleet(cluster("a", Map.of()), cluster("b", Map.of()));
    assertThat(only(schedule(fleet, choosing(placement(), 1))))
        .isEqualTo(
            new Rejection(
                "b",
                Rejection.Stage.NUMBER_OF_CLUSTERS,
                "numberOfClusters 1",
                "rank up to 1",
                "rank 2",
                "Rank 2 of 2 by score, and only 1 is chosen.",
                "/spec/numberOfClusters"));
  }

  @Test
  void spreadPolicyCountsOnlyWhereTheTargetIsNative() {
    Fleet fleet =
        fleet(
            cluster("a", Map.of("region", "eu")),
            cluster("b", Map.of("region", "eu")),
            cluster("c", Map.of("region", "us")));
    SpreadConstraintsTerm constraint =
        new SpreadConstraintsTerm(
            "region", TopologyKeyType.LABEL, 1, UnsatisfiableMaxSkewAction.DO_NOT_SCHEDULE);
    Placement placement =
        new Placement(
            placement().metadata(),
            new PlacementSpec(
                List.of(),
                null,
                List.of(),
                null,
                new SpreadPolicy(List.of(constraint)),
                List.of(),
                null,
                null,
                null),
            null);
    assertThat(schedule(fleet, placement).rejections()).isEmpty();
    Fleet uneven =
        fleet.with(cluster("c", Map.of("region", "eu"))).with(cluster("d", Map.of("region", "us")));
    assertThat(only(schedule(uneven, placement)).message())
        .isEqualTo("One more cluster with label region eu would exceed the skew of 1.");
    assertThat(only(schedule(uneven.with(cluster("c", Map.of())), placement)).message())
        .isEqualTo("The cluster has no label region, over which the placement spreads.");
    PlacementResult upstream =
        Scheduler.on(uneven, SchedulerOptions.of(Target.UPSTREAM)).schedule(placement, NOW);
    assertThat(upstream.rejections()).isEmpty();
  }

  private static Rejection only(PlacementResult result) {
    assertThat(result.rejections()).hasSize(1);
    return result.rejections().getFirst();
  }
}
