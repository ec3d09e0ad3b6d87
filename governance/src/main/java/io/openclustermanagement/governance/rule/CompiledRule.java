package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.rules.RuleForEach;
import io.openclustermanagement.api.rules.RulePolicy;
import io.openclustermanagement.api.rules.RulePolicySpec;
import io.openclustermanagement.api.rules.RuleValidation;
import io.openclustermanagement.api.rules.RuleVariable;
import io.openclustermanagement.governance.rule.Expressions.Placed;
import io.openclustermanagement.placement.cel.CelBindings;
import io.openclustermanagement.placement.cel.CelBudget;
import io.openclustermanagement.placement.cel.CelExpression.Wanted;
import io.openclustermanagement.placement.cel.CelJson;
import io.openclustermanagement.placement.cel.CelScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A RulePolicy whose expressions are compiled. It is shared by all clusters and threads. */
final class CompiledRule {
  static final CelScope OBJECT = CelScope.EMPTY.with("object");

  private static final String VARIABLES = "variables.";
  private static final int MAX_MESSAGE = 1000;

  private final RulePolicySpec spec;
  private final Object params;
  private final Map<String, Placed> variables = new LinkedHashMap<>();
  private final Optional<Placed> condition;
  private final Optional<Placed> elements;
  private final Placed denied;
  private final Placed message;
  private final List<CompiledExemption> exemptions = new ArrayList<>();

  private CompiledRule(RulePolicySpec spec) throws RuleException {
    this.spec = spec;
    this.params = CelJson.of(spec.params() == null ? JsonObject.EMPTY : spec.params());
    CelScope scope = variables(OBJECT.with("params"));
    this.condition = condition(scope);
    RuleValidation validation = spec.validation();
    this.elements = elements(validation, scope);
    CelScope inner =
        validation.forEach() == null ? scope : scope.with(validation.forEach().variable());
    this.denied =
        Expressions.compile(
            "spec.validation.denyExpression",
            validation.denyExpression(),
            inner,
            Wanted.TRUTH_VALUE);
    this.message =
        Expressions.compile(
            "spec.validation.messageExpression",
            validation.messageExpression(),
            inner,
            Wanted.TEXT);
    for (int i = 0; i < spec.exemptions().size(); i++) {
      exemptions.add(
          CompiledExemption.of(spec.exemptions().get(i), "spec.exemptions[%d]".formatted(i)));
    }
  }

  static CompiledRule of(RulePolicy policy) throws RuleException {
    return new CompiledRule(policy.spec());
  }

  private CelScope variables(CelScope outer) throws RuleException {
    CelScope scope = outer;
    for (int i = 0; i < spec.variables().size(); i++) {
      RuleVariable variable = spec.variables().get(i);
      Placed value =
          Expressions.compile(
              "spec.variables[%d].expression".formatted(i),
              variable.expression(),
              scope,
              Wanted.ANYTHING);
      variables.put(VARIABLES + variable.name(), value);
      scope = scope.with(VARIABLES + variable.name(), value.expression());
    }
    return scope;
  }

  private Optional<Placed> condition(CelScope scope) throws RuleException {
    return spec.matchCondition() == null
        ? Optional.empty()
        : Optional.of(
            Expressions.compile(
                "spec.matchCondition", spec.matchCondition(), scope, Wanted.TRUTH_VALUE));
  }

  private static Optional<Placed> elements(RuleValidation validation, CelScope scope)
      throws RuleException {
    return validation.forEach() == null
        ? Optional.empty()
        : Optional.of(
            Expressions.compile(
                "spec.validation.forEach.expression",
                validation.forEach().expression(),
                scope,
                Wanted.LIST));
  }

  RulePolicySpec spec() {
    return spec;
  }

  List<CompiledExemption> exemptions() {
    return exemptions;
  }

  boolean isEnforced() {
    RemediationAction action = spec.remediationAction();
    return action != null && action.canonical() == RemediationAction.ENFORCE;
  }

  /**
   * What an object violates: a message for each element, or one for all of it.
   *
   * @return empty if the rule is not about the object
   */
  Optional<List<String>> violations(JsonObject object, CelBudget budget) throws RuleException {
    String name = ObjectReference.of(object).toString();
    CelBindings bindings =
        new CelBindings(budget).bind("object", CelJson.of(object)).bind("params", params);
    variables.forEach((key, value) -> bindings.define(key, value.expression()));
    if (condition.isPresent() && !condition.get().isTrue(bindings, name)) {
      return Optional.empty();
    }
    List<String> messages = new ArrayList<>();
    RuleForEach forEach = spec.validation().forEach();
    if (forEach == null || elements.isEmpty()) {
      addViolation(bindings, name, messages);
    } else {
      String variable = forEach.variable();
      for (Object element : elements.get().list(bindings, name)) {
        addViolation(bindings.with(variable, element), name, messages);
      }
    }
    return Optional.of(messages);
  }

  private void addViolation(CelBindings bindings, String name, List<String> messages)
      throws RuleException {
    if (denied.isTrue(bindings, name)) {
      messages.add(message(bindings, name));
    }
  }

  /** What is violated is violated, even if it cannot be put into words. */
  private String message(CelBindings bindings, String name) {
    try {
      String text = message.text(bindings, name);
      return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
    } catch (RuleException e) {
      return "%s breaks the rule (%s)".formatted(name, e.getMessage());
    }
  }
}
