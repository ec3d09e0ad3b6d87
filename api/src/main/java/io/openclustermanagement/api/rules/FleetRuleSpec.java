package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.policy.Severity;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule over the fleet. Its expressions are three-valued: what depends on a cluster that is not
 * heard of is undecided.
 *
 * @param severity how serious it is when it does not hold
 * @param description what the rule is for
 * @param forEach the elements it has to hold for; absent means once
 * @param variables named expressions, in order
 * @param expectations what has to hold
 * @param messageExpression the message when it does not hold
 */
public record FleetRuleSpec(
    @Nullable Severity severity,
    @Nullable String description,
    @Nullable FleetForEach forEach,
    @Property(listMapKeys = "name") List<RuleVariable> variables,
    @Property(required = true, minItems = 1) List<FleetExpectation> expectations,
    @Property(minLength = 1) @Nullable String messageExpression) {
  public FleetRuleSpec {
    variables = Copies.of(variables);
    expectations = Copies.of(expectations);
  }
}
