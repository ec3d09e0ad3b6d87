package io.openclustermanagement.placement.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The macro that a comprehension comes from, by the step that it repeats. */
sealed interface Quantifier {

  /** {@code all}. */
  record All(CelExpr condition) implements Quantifier {}

  /** {@code exists}. */
  record Some(CelExpr condition) implements Quantifier {}

  /** {@code exists_one}. */
  record One(CelExpr condition) implements Quantifier {}

  /** {@code filter} and {@code map}. */
  record Collected(@Nullable CelExpr condition, CelExpr value) implements Quantifier {}

  /** Something else. */
  record Other() implements Quantifier {}

  static Quantifier of(CelComprehension fold) {
    if (!fold.iterVar2().isEmpty() || fold.loopStep().getKind() != Kind.CALL) {
      return new Other();
    }
    CelCall step = fold.loopStep().call();
    List<CelExpr> arguments = step.args();
    return switch (step.function()) {
      case "_&&_" -> new All(arguments.get(1));
      case "_||_" -> new Some(arguments.get(1));
      case "_+_" -> added(null, arguments.get(1));
      case "_?_:_" ->
          arguments.get(1).getKind() == Kind.CALL
              ? added(arguments.get(0), arguments.get(1).call().args().get(1))
              : new Other();
      default -> new Other();
    };
  }

  private static Quantifier added(@Nullable CelExpr condition, CelExpr addend) {
    if (addend.getKind() == Kind.LIST) {
      return new Collected(condition, addend.list().elements().getFirst());
    }
    return condition == null ? new Other() : new One(condition);
  }
}
