package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.compare.Difference;
import io.openclustermanagement.governance.configuration.ObjectDiff;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import java.util.Optional;

/** Verdicts on templates that hold what a hub template read from a Secret. */
final class Redaction {
  private static final ObjectDiff NO_VALUES =
      new ObjectDiff(JsonObject.EMPTY, JsonObject.EMPTY, ObjectDiff.Shown.REDACTED);

  private Redaction() {}

  /** The verdict without any value of an object. */
  static TemplateVerdict of(TemplateVerdict verdict) {
    return new TemplateVerdict(
        verdict.name(),
        verdict.kind(),
        verdict.state(),
        verdict.message(),
        verdict.objects().stream().map(Redaction::of).toList());
  }

  private static ObjectResult of(ObjectResult object) {
    return new ObjectResult(
        object.apiVersion(),
        object.kind(),
        object.namespace(),
        object.name(),
        object.compliant(),
        object.reason(),
        object.change().shown() == ObjectDiff.Shown.NOTHING ? ObjectDiff.NONE : NO_VALUES,
        object.matchesAfterDryRun(),
        object.mayMatchAfterDefaulting(),
        Optional.empty(),
        object.differences().stream().map(Difference::withoutValues).toList());
  }
}
