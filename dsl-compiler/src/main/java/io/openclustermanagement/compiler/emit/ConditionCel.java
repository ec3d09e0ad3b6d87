package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.emit.CelWriter.NotExpressible;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.ResourceScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions on one resource as CEL over {@code object} alone. */
final class ConditionCel {

  private ConditionCel() {}

  /** Which resources are meant; empty if all are, and after a report. */
  static Optional<String> of(ResourceScope scope, Findings findings) {
    return scope.condition().flatMap(condition -> written(List.of(scope), condition, findings));
  }

  /** What is true as long as not all conditions hold; empty after a report. */
  static Optional<String> unless(List<ResourceScope> scopes, Findings findings) {
    List<Expr> conditions = new ArrayList<>();
    scopes.forEach(scope -> scope.condition().ifPresent(conditions::add));
    Expr all =
        conditions.size() == 1
            ? conditions.getFirst()
            : new Expr.And(conditions, scopes.getFirst().origin());
    return written(scopes, new Expr.Not(all, scopes.getFirst().origin()), findings);
  }

  private static Optional<String> written(
      List<ResourceScope> scopes, Expr condition, Findings findings) {
    CelVariables variables = new CelVariables();
    variables.inlineData();
    for (ResourceScope scope : scopes) {
      variables.define(
          scope.subject(), scope.anyPod() ? "(" + RuleEmitter.POD + ")" : RuleEmitter.OBJECT);
    }
    try {
      return Optional.of(new ResourceCel(variables).condition(condition));
    } catch (NotExpressible e) {
      RuleEmitter.report(e, findings);
      return Optional.empty();
    }
  }
}
