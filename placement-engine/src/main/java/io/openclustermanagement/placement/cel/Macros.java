package io.openclustermanagement.placement.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.List;
import java.util.Optional;

/** {@code optMap} and {@code optFlatMap} of optional values ({@code cel/library.go}). */
final class Macros {
  private static final String UNUSED = "#unused";

  private Macros() {}

  static List<CelMacro> all() {
    return List.of(
        CelMacro.newReceiverMacro("optMap", 2, (f, t, a) -> expand(f, "optMap", t, a, true)),
        CelMacro.newReceiverMacro(
            "optFlatMap", 2, (f, t, a) -> expand(f, "optFlatMap", t, a, false)));
  }

  private static Optional<CelExpr> expand(
      CelMacroExprFactory factory,
      String name,
      CelExpr target,
      ImmutableList<CelExpr> arguments,
      boolean wrap) {
    CelExpr variable = arguments.getFirst();
    if (variable.getKind() != Kind.IDENT) {
      return Optional.of(
          factory.reportError(name + "() variable name must be a simple identifier"));
    }
    String bound = variable.ident().name();
    CelExpr value =
        factory.fold(
            UNUSED,
            factory.newList(),
            bound,
            factory.newReceiverCall("value", factory.copy(target)),
            factory.newBoolLiteral(false),
            factory.newIdentifier(bound),
            arguments.get(1));
    return Optional.of(
        factory.newGlobalCall(
            "_?_:_",
            factory.newReceiverCall("hasValue", target),
            wrap ? factory.newGlobalCall("optional.of", value) : value,
            factory.newGlobalCall("optional.none")));
  }
}
