package io.openclustermanagement.placement.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.MandatoryDecisionGroup;
import io.openclustermanagement.api.cluster.RolloutProgressive;
import io.openclustermanagement.api.cluster.RolloutProgressivePerGroup;
import io.openclustermanagement.api.cluster.RolloutStrategy;
import io.openclustermanagement.api.cluster.RolloutType;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.placement.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RolloutOrderTest {
  private static final List<Decision> DECISIONS =
      List.of(
          in(1, "west", "b"), in(0, "canary", "d"), in(2, "", "c"), in(2, "", "a"), in(2, "", "e"));

  private static Decision in(int index, String group, String cluster) {
    return new Decision(cluster, 0, new Decision.Group(index, group));
  }

  @Test
  void allComeAtOnce() {
    assertThat(RolloutOrder.steps(null, DECISIONS))
        .containsExactly(List.of("a", "b", "c", "d", "e"));
  }

  @Test
  void groupsFollowEachOtherAndMandatoryOnesComeFirst() {
    assertThat(perGroup()).containsExactly(List.of("d"), List.of("b"), List.of("a", "c", "e"));
    assertThat(perGroup(new MandatoryDecisionGroup(null, 2), new MandatoryDecisionGroup("west", 0)))
        .containsExactly(List.of("b"), List.of("a", "c", "e"), List.of("d"));
  }

  @Test
  void whatIsNotMandatoryComesByNameInPortions() {
    assertThat(progressive(IntOrString.of(3)))
        .containsExactly(List.of("d"), List.of("a", "b", "c"), List.of("e"));
    assertThat(progressive(IntOrString.of("30%")))
        .containsExactly(List.of("d"), List.of("a", "b"), List.of("c", "e"));
    assertThat(progressive(IntOrString.of(9)))
        .containsExactly(List.of("d"), List.of("a", "b", "c", "e"));
    assertThat(progressive(null)).containsExactly(List.of("d"), List.of("a", "b", "c", "e"));
  }

  @Test
  void nothingIsChosen() {
    assertThat(RolloutOrder.steps(null, List.of())).isEmpty();
  }

  private static List<List<String>> perGroup(MandatoryDecisionGroup... mandatory) {
    var details = new RolloutProgressivePerGroup(null, null, null, List.of(mandatory));
    return RolloutOrder.steps(
        new RolloutStrategy(RolloutType.PROGRESSIVE_PER_GROUP, null, null, details), DECISIONS);
  }

  private static List<List<String>> progressive(@Nullable IntOrString atMost) {
    var details =
        new RolloutProgressive(
            null, null, null, List.of(new MandatoryDecisionGroup("canary", null)), atMost);
    return RolloutOrder.steps(
        new RolloutStrategy(RolloutType.PROGRESSIVE, null, details, null), DECISIONS);
  }
}
