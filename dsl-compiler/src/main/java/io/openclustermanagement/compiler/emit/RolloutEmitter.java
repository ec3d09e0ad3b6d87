package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.cluster.MandatoryDecisionGroup;
import io.openclustermanagement.api.cluster.RolloutAll;
import io.openclustermanagement.api.cluster.RolloutProgressive;
import io.openclustermanagement.api.cluster.RolloutProgressivePerGroup;
import io.openclustermanagement.api.cluster.RolloutStrategy;
import io.openclustermanagement.api.cluster.RolloutType;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Amount;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Period;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Rollout;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes in which steps the clusters of a placement get a deployment. */
record RolloutEmitter(Pointers pointers, String pointer) {

  RolloutStrategy emit(Rollout rollout) {
    pointers.put(pointer, rollout.origin());
    return switch (rollout.steps()) {
      case ALL ->
          new RolloutStrategy(
              RolloutType.ALL,
              new RolloutAll(null, period(rollout.deadline(), "all/progressDeadline"), null),
              null,
              null);
      case PROGRESSIVE ->
          new RolloutStrategy(
              RolloutType.PROGRESSIVE,
              null,
              new RolloutProgressive(
                  period(rollout.soak(), "progressive/minSuccessTime"),
                  period(rollout.deadline(), "progressive/progressDeadline"),
                  amount(rollout.maxFailures(), "progressive/maxFailures"),
                  groups(rollout, "progressive"),
                  amount(rollout.atMost(), "progressive/maxConcurrency")),
              null);
      case PER_GROUP ->
          new RolloutStrategy(
              RolloutType.PROGRESSIVE_PER_GROUP,
              null,
              null,
              new RolloutProgressivePerGroup(
                  period(rollout.soak(), "progressivePerGroup/minSuccessTime"),
                  period(rollout.deadline(), "progressivePerGroup/progressDeadline"),
                  amount(rollout.maxFailures(), "progressivePerGroup/maxFailures"),
                  groups(rollout, "progressivePerGroup")));
    };
  }

  private List<MandatoryDecisionGroup> groups(Rollout rollout, String form) {
    for (int i = 0; i < rollout.firstGroups().size(); i++) {
      pointers.put(
          pointer + "/" + form + "/mandatoryDecisionGroups",
          i,
          rollout.firstGroups().get(i).origin());
    }
    return rollout.firstGroups().stream()
        .map(group -> new MandatoryDecisionGroup(group.text(), null))
        .toList();
  }

  private @Nullable String period(Optional<Period> period, String field) {
    period.ifPresent(each -> pointers.put(pointer + "/" + field, each.origin()));
    return period.map(each -> GoDurations.text(each.duration())).orElse(null);
  }

  private @Nullable IntOrString amount(Optional<Amount> amount, String field) {
    amount.ifPresent(each -> pointers.put(pointer + "/" + field, each.origin()));
    return amount
        .map(
            each ->
                each.isPercent()
                    ? IntOrString.of(each.number() + "%")
                    : IntOrString.of(each.number()))
        .orElse(null);
  }
}
