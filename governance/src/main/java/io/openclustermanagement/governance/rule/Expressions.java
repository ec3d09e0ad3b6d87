package io.openclustermanagement.governance.rule;

import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.cel.CelBindings;
import io.openclustermanagement.placement.cel.CelExpression;
import io.openclustermanagement.placement.cel.CelExpression.Wanted;
import io.openclustermanagement.placement.cel.CelResult;
import io.openclustermanagement.placement.cel.CelScope;
import java.util.List;

/** The expressions of a rule, named by their place in the RulePolicy. */
final class Expressions {

  private Expressions() {}

  /** An expression and where it is written. */
  record Placed(String path, CelExpression expression) {

    boolean isTrue(CelBindings bindings, String object) throws RuleException {
      return value(bindings, object) instanceof Boolean truth
          ? truth
          : wrong(object, "true or false");
    }

    String text(CelBindings bindings, String object) throws RuleException {
      return value(bindings, object) instanceof String text ? text : wrong(object, "text");
    }

    List<?> list(CelBindings bindings, String object) throws RuleException {
      return value(bindings, object) instanceof List<?> list ? list : wrong(object, "a list");
    }

    private Object value(CelBindings bindings, String object) throws RuleException {
      return switch (expression.evaluate(bindings)) {
        case CelResult.Value(Object value) -> value;
        case CelResult.Failure(String reason) ->
            throw new RuleException("`%s` fails on %s: %s.".formatted(path, object, reason));
      };
    }

    private <T> T wrong(String object, String wanted) throws RuleException {
      throw new RuleException(
          "`%s` fails on %s: it does not give %s.".formatted(path, object, wanted));
    }
  }

  static Placed compile(String path, String text, CelScope scope, Wanted wanted)
      throws RuleException {
    try {
      return new Placed(path, CelExpression.compile(text, scope, wanted));
    } catch (CelCompilationException e) {
      throw new RuleException("`%s` does not compile: %s.".formatted(path, e.getMessage()));
    }
  }
}
