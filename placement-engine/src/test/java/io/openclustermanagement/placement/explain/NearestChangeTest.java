package io.openclustermanagement.placement.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.placement.Decision;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.RandomFleets;
import io.openclustermanagement.placement.Rejection;
import io.openclustermanagement.placement.Scheduler;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A nearest change does what it says, and every part of it is needed. */
class NearestChangeTest {
  private static final long SEED = 20261122;
  private static final SchedulerOptions OPTIONS = SchedulerOptions.of(Target.NATIVE);

  @Test
  void appliedItFlipsTheDecisionAndNoPartOfItDoes() {
    int found = 0;
    int asked = 0;
    for (int round = 0; round < 250; round++) {
      RandomFleets fleets = new RandomFleets(new Random(SEED + round));
      Fleet fleet = fleets.fleet(1 + round % 7);
      Placement placement = fleets.placement();
      Hypothesis start = new Hypothesis(fleet, placement);
      for (int c = 0; c <= round % 7; c++) {
        String cluster = "c" + c;
        Explanation explanation =
            Explainer.explain(fleet, placement, cluster, RandomFleets.NOW, OPTIONS);
        String at = "seed %d, %s: %s".formatted(SEED + round, cluster, explanation.nearestChange());
        assertThat(explanation.chosen()).as(at).isEqualTo(isChosen(start, cluster));
        List<Change> change = explanation.nearestChange();
        if (!change.isEmpty()) {
          found++;
          assertThat(isChosen(start.with(change), cluster)).as(at).isTrue();
          for (List<Change> part : properParts(change)) {
            assertThat(isChosen(start.with(part), cluster)).as("%s, part %s", at, part).isFalse();
          }
        } else if (!explanation.chosen()) {
          assertThat(explanation.note()).as(at).isNotNull();
        }
        asked += isWithinReach(explanation) ? 1 : 0;
      }
    }
    assertThat(found).as("of %d within reach", asked).isGreaterThan(asked * 19 / 20);
  }

  /** Whether a fact could help: the placement is sound, and the cluster is not being deleted. */
  private static boolean isWithinReach(Explanation explanation) {
    Rejection rejection = explanation.rejection();
    return rejection != null
        && rejection.stage() != Rejection.Stage.SCHEDULING
        && (explanation.note() == null
            || (!explanation.note().contains("misconfigured")
                && !explanation.note().contains("being deleted")));
  }

  private static boolean isChosen(Hypothesis hypothesis, String cluster) {
    return Scheduler.on(hypothesis.fleet(), OPTIONS)
        .schedule(hypothesis.placement(), RandomFleets.NOW)
        .decisions()
        .stream()
        .map(Decision::cluster)
        .anyMatch(cluster::equals);
  }

  private static List<List<Change>> properParts(List<Change> change) {
    List<List<Change>> parts = new ArrayList<>();
    for (int chosen = 0; chosen < (1 << change.size()) - 1; chosen++) {
      List<Change> part = new ArrayList<>();
      for (int i = 0; i < change.size(); i++) {
        if ((chosen & (1 << i)) != 0) {
          part.add(change.get(i));
        }
      }
      parts.add(part);
    }
    return parts;
  }
}
