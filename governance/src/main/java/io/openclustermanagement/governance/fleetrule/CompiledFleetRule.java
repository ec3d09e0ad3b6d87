package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.api.rules.FleetForEach;
import io.openclustermanagement.api.rules.FleetRuleSpec;
import io.openclustermanagement.api.rules.RuleVariable;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.cel.CelExpression.Wanted;
import io.openclustermanagement.placement.cel.CelScope;
import io.openclustermanagement.placement.cel.PartialExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose expressions are compiled.
 *
 * @param variable what an element is called; empty for a rule that is evaluated once
 * @param list the elements
 * @param key by which elements are grouped
 */
record CompiledFleetRule(
    String variable,
    @Nullable Part list,
    @Nullable Part key,
    List<Part> variables,
    List<Part> expectations,
    @Nullable Part message) {

  static final String ITEM = "item";

  /**
   * An expression.
   *
   * @param path where it is written
   * @param name of the variable that it defines; empty for others
   */
  record Part(String path, String name, PartialExpression expression) {}

  static CompiledFleetRule of(FleetRuleSpec spec) throws FleetRuleException {
    FleetForEach each = spec.forEach();
    CelScope scope = CelScope.FLEET;
    Part list = null;
    Part key = null;
    if (each != null) {
      list = part("spec.forEach.expression", each.expression(), scope, Wanted.LIST);
      if (each.groupBy() != null) {
        key = part("spec.forEach.groupBy", each.groupBy(), scope.with(ITEM), Wanted.ANYTHING);
      }
      scope = scope.with(each.variable());
    }
    List<Part> variables = new ArrayList<>();
    for (RuleVariable variable : spec.variables()) {
      String path = "spec.variables[%d].expression".formatted(variables.size());
      String name = "variables." + variable.name();
      PartialExpression value = compile(path, variable.expression(), scope, Wanted.ANYTHING);
      variables.add(new Part(path, name, value));
      scope = scope.with(name);
    }
    List<Part> expectations = new ArrayList<>();
    for (var expectation : spec.expectations()) {
      String path = "spec.expectations[%d].expression".formatted(expectations.size());
      expectations.add(part(path, expectation.expression(), scope, Wanted.TRUTH_VALUE));
    }
    Part message =
        spec.messageExpression() == null
            ? null
            : part("spec.messageExpression", spec.messageExpression(), scope, Wanted.TEXT);
    return new CompiledFleetRule(
        each == null ? "" : each.variable(), list, key, variables, expectations, message);
  }

  private static Part part(String path, String text, CelScope scope, Wanted wanted)
      throws FleetRuleException {
    return new Part(path, "", compile(path, text, scope, wanted));
  }

  private static PartialExpression compile(String path, String text, CelScope scope, Wanted wanted)
      throws FleetRuleException {
    try {
      return PartialExpression.compile(text, scope, wanted);
    } catch (CelCompilationException e) {
      throw new FleetRuleException("`%s` does not compile: %s.".formatted(path, e.getMessage()));
    }
  }
}
