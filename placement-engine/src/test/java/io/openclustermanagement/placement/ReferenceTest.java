package io.openclustermanagement.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine against {@link NaiveScheduler}, and the incremental engine against a new one. */
class ReferenceTest {
  private static final long SEED = 20261122;

  @Test
  void theEngineDecidesAsTheRulesReadOneAfterTheOther() {
    for (int round = 0; round < 3_000; round++) {
      Random random = new Random(SEED + round);
      RandomFleets fleets = new RandomFleets(random);
      Fleet fleet = fleets.fleet(random.nextInt(20) == 0 ? 260 : random.nextInt(14));
      Target target = random.nextBoolean() ? Target.NATIVE : Target.UPSTREAM;
      Placement placement = fleets.placement();
      Scheduler scheduler = Scheduler.on(fleet, SchedulerOptions.of(target));
      PlacementResult result = scheduler.schedule(placement, RandomFleets.NOW);
      assertThat(NaiveScheduler.of(result))
          .as("seed %d", SEED + round)
          .isEqualTo(NaiveScheduler.schedule(fleet, placement, target, RandomFleets.NOW));
      assertThat(everyCluster(result))
          .as("seed %d: every cluster exactly once", SEED + round)
          .containsExactlyInAnyOrderElementsOf(
              fleet.clusters().stream().map(c -> c.metadata().name()).toList());
    }
  }

  private static List<String> everyCluster(PlacementResult result) {
    return Stream.concat(
            result.decisions().stream().map(Decision::cluster),
            result.rejections().stream().map(Rejection::cluster))
        .toList();
  }

  @Test
  void schedulingWhatChangedGivesWhatSchedulingEverythingGives() {
    for (int round = 0; round < 100; round++) {
      Random random = new Random(SEED + round);
      RandomFleets fleets = new RandomFleets(random);
      int clusters = 1 + random.nextInt(12);
      Fleet fleet = fleets.fleet(clusters);
      List<Placement> placements = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        placements.add(fleets.placement(i % 2 == 0 ? "team-a" : "team-b", i < 2 ? "pl" : "p" + i));
      }
      SchedulerOptions options = SchedulerOptions.of(Target.NATIVE);
      FleetIndex index = new FleetIndex(fleet, options);
      PlacementPass pass = new PlacementPass(index, placements, options.target(), RandomFleets.NOW);
      pass.run(RandomFleets.NOW);
      for (int step = 0; step < 25; step++) {
        KubernetesObject object = change(fleets, random, clusters);
        if (random.nextInt(4) == 0) {
          fleet = fleet.without(object);
          pass.remove(object, RandomFleets.NOW);
        } else {
          fleet = fleet.with(object);
          pass.put(object, RandomFleets.NOW);
        }
        assertSame(pass, fleet, placements, "seed %d, step %d".formatted(SEED + round, step));
      }
    }
  }

  private static KubernetesObject change(RandomFleets fleets, Random random, int clusters) {
    String cluster = "c" + random.nextInt(clusters + 3);
    return switch (random.nextInt(10)) {
      case 0 -> fleets.decision(clusters);
      case 1 -> fleets.set();
      case 2 -> fleets.binding();
      case 3, 4 -> fleets.score(cluster, random.nextBoolean() ? "usage" : "cost");
      default -> fleets.cluster(cluster);
    };
  }

  private static void assertSame(
      PlacementPass pass, Fleet fleet, List<Placement> placements, String at) {
    Scheduler fresh = Scheduler.on(fleet, SchedulerOptions.of(Target.NATIVE));
    List<PlacementResult> results = pass.results();
    for (int i = 0; i < placements.size(); i++) {
      PlacementResult expected = fresh.schedule(placements.get(i), RandomFleets.NOW);
      assertThat(decided(results.get(i)))
          .as("%s, placement %d", at, i)
          .isEqualTo(decided(expected));
    }
  }

  /**
   * What a result decides, without the reasons, which are those of the snapshot it was made from.
   */
  private static NaiveScheduler.Answer decided(PlacementResult result) {
    NaiveScheduler.Answer a = NaiveScheduler.of(result);
    return new NaiveScheduler.Answer(
        a.outcome(),
        a.problem(),
        a.warning(),
        a.conditions(),
        a.decisions(),
        a.objects(),
        a.groups(),
        a.unscheduled(),
        a.requeue(),
        a.totals(),
        a.prioritizers(),
        java.util.Map.of());
  }
}
