package io.openclustermanagement.cli.testing;

import io.openclustermanagement.cli.evaluate.EvaluationText;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.TestDefinition.Step;
import io.openclustermanagement.compiler.program.TestDefinition.Violation;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.propagation.ReplicaResult;
import io.openclustermanagement.governance.propagation.TemplateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a cluster stands with a policy as a test expects. */
final class PolicyExpectation {
  private final Step.ExpectPolicy step;
  private final PolicyDefinition policy;
  private final @Nullable ReplicaResult result;

  /**
   * @param result empty if the policy is disabled
   */
  PolicyExpectation(
      Step.ExpectPolicy step, PolicyDefinition policy, Optional<ReplicaResult> result) {
    this.step = step;
    this.policy = policy;
    this.result = result.orElse(null);
  }

  /** What is not as expected, a phrase each. */
  List<String> differences(String cluster) {
    String actual = result == null ? "not there" : result.state().wireName();
    if (!actual.equals(step.state().text())) {
      return List.of("%s on %s".formatted(actual, cluster));
    }
    List<String> differences = new ArrayList<>();
    for (Violation violation : step.violations()) {
      if (verdicts().stream().noneMatch(verdict -> has(verdict, violation))) {
        differences.add("no such violation of %s on %s".formatted(violation.rule(), cluster));
      }
    }
    return differences;
  }

  /** What the templates say. */
  List<String> messages() {
    return verdicts().stream().map(each -> each.name() + ": " + each.message()).toList();
  }

  private List<TemplateVerdict> verdicts() {
    return result == null
        ? List.of()
        : result.templates().stream().map(TemplateResult::verdict).toList();
  }

  private boolean has(TemplateVerdict verdict, Violation violation) {
    String name =
        policy
            .template(violation.rule())
            .map(each -> each.head().objectName().text())
            .orElse(violation.rule());
    if (!verdict.name().equals(name)) {
      return false;
    }
    List<ObjectResult> violating =
        verdict.objects().stream().filter(each -> !each.compliant()).toList();
    return (violation.object().isEmpty() && violating.isEmpty())
        ? mentions(verdict.message(), violation)
        : violating.stream().anyMatch(object -> is(object, violation));
  }

  private static boolean is(ObjectResult object, Violation violation) {
    return violation.object().map(EvaluationText.name(object)::equals).orElse(true)
        && mentions(object.reason(), violation);
  }

  private static boolean mentions(String text, Violation violation) {
    return violation
        .message()
        .map(part -> text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
        .orElse(true);
  }
}
