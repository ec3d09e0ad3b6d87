package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.configuration.ObjectDiff;
import io.openclustermanagement.governance.configuration.ObjectResult;
import java.util.List;
import java.util.Optional;

/** How one object stands with a rule. */
sealed interface Outcome {

  /** The object. */
  ExaminedObject examined();

  /** It violates nothing. */
  record Fine(ExaminedObject examined) implements Outcome {}

  /**
   * It violates the rule.
   *
   * @param messages one for each violation
   * @param remark why nothing keeps it from being one; empty if nothing could
   * @param repaired the object after the fix, if that repairs it
   */
  record Violated(
      ExaminedObject examined,
      List<String> messages,
      Optional<String> remark,
      Optional<JsonObject> repaired)
      implements Outcome {}

  /** The fix repaired it. */
  record Repaired(ExaminedObject examined, List<String> messages, JsonObject desired)
      implements Outcome {}

  /** It violates the rule, which leaves it alone. */
  record Exempt(ExaminedObject examined, CompiledExemption exemption) implements Outcome {}

  /** It could not be judged. */
  record Failed(ExaminedObject examined, String reason) implements Outcome {}

  /** The object among those of the template. */
  default ObjectResult result() {
    return switch (this) {
      case Fine _ -> result(true, "No violation", Optional.empty());
      case Violated(_, var messages, var remark, var repaired) ->
          result(
              false,
              String.join("; ", messages) + remark.map(text -> " (" + text + ")").orElse(""),
              repaired);
      case Repaired(_, var messages, var desired) ->
          result(true, "Repaired: " + String.join("; ", messages), Optional.of(desired));
      case Exempt(_, var exemption) ->
          result(
              true,
              "Exempt by %s until %s".formatted(exemption.text(), exemption.until()),
              Optional.empty());
      case Failed(_, var reason) -> result(false, reason, Optional.empty());
    };
  }

  private ObjectResult result(boolean compliant, String reason, Optional<JsonObject> desired) {
    JsonObject object = examined().object();
    ObjectReference name = examined().reference();
    ObjectDiff change =
        desired
            .map(after -> ObjectDiff.of(null, false, after, object, after))
            .orElse(ObjectDiff.NONE);
    return new ObjectResult(
        name.apiVersion(),
        name.kind(),
        name.namespace(),
        name.name(),
        compliant,
        reason,
        change,
        false,
        false,
        desired.filter(_ -> change.shown() == ObjectDiff.Shown.EVERYTHING),
        List.of());
  }
}
