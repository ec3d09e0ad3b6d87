package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.Comparison;
import io.openclustermanagement.dsl.syntax.Expression.ComparisonOperator;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.function.Consumer;

/** A comparison with the constant on the left. */
final class YodaRule implements LintRule {

  @Override
  public Code code() {
    return Code.YODA;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (Comparison comparison : input.all(Comparison.class)) {
      if (isConstant(comparison.left()) && isSubject(comparison.right())) {
        String better =
            "%s %s %s"
                .formatted(
                    comparison.right().span().text(),
                    mirrored(comparison.operator()).symbol(),
                    comparison.left().span().text());
        report.accept(
            finding(comparison.span(), "The constant is easier to read on the right.")
                .help("write `%s`.".formatted(better))
                .fix("turn it around", true, new TextEdit(comparison.span(), better)));
      }
    }
  }

  private static boolean isConstant(Expression expression) {
    return expression instanceof Expression.Literal
        || (expression instanceof StringLiteral text && text.isPlain());
  }

  /** What binds tighter than a comparison, so that it needs no parentheses on the left either. */
  private static boolean isSubject(Expression expression) {
    return expression instanceof Expression.FieldAccess
        || expression instanceof Expression.Index
        || expression instanceof Expression.Identifier
        || expression instanceof Expression.Call
        || expression instanceof Expression.Count;
  }

  private static ComparisonOperator mirrored(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL -> operator;
      case LESS -> ComparisonOperator.GREATER;
      case LESS_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
      case GREATER -> ComparisonOperator.LESS;
      case GREATER_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
    };
  }
}
