package io.openclustermanagement.dsl.format;

import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.List;

/** How tightly expressions bind, from the loosest on; the order of the grammar's rule for them. */
enum Precedence {
  /** Quantifiers and conditionals, which reach as far to the right as they can. */
  OPEN,
  IMPLIES,
  OR,
  AND,
  NOT,
  /** All comparisons; they do not chain. */
  RELATION,
  SUM,
  PRODUCT,
  NEGATION,
  HAS,
  /** A literal, after which a dot would be easy to misread. */
  LITERAL,
  POSTFIX;

  /** The next tighter one. */
  Precedence next() {
    return values()[ordinal() + 1];
  }

  static Precedence of(Expression expression) {
    return switch (expression) {
      case Expression.Quantifier _, Expression.If _ -> OPEN;
      case Expression.Implies _ -> IMPLIES;
      case Expression.Or _ -> OR;
      case Expression.And _ -> AND;
      case Expression.Not _ -> NOT;
      case Expression.Comparison _,
          Expression.Membership _,
          Expression.Is _,
          Expression.Complies _ ->
          RELATION;
      case Expression.Arithmetic e -> of(e.operator());
      case Expression.Negation _ -> NEGATION;
      case Expression.Has _ -> HAS;
      case Expression.Literal _, Expression.Fence _ -> LITERAL;
      case StringLiteral _,
          ListLiteral _,
          ObjectLiteral _,
          Expression.Identifier _,
          Expression.FieldAccess _,
          Expression.Index _,
          Expression.Call _,
          Expression.Count _,
          Expression.Error _ ->
          POSTFIX;
    };
  }

  private static Precedence of(Expression.ArithmeticOperator operator) {
    return switch (operator) {
      case ADD, SUBTRACT -> SUM;
      case MULTIPLY, DIVIDE -> PRODUCT;
    };
  }

  /** Whether an expression, as it is printed, would swallow an operator that follows it. */
  static boolean reachesRight(Expression expression) {
    return switch (expression) {
      case Expression.Quantifier _, Expression.If _ -> true;
      case Expression.Not e -> reachesRight(e.operand());
      case Expression.And e -> endsOpen(e.operands());
      case Expression.Or e -> endsOpen(e.operands());
      case Expression.Implies e -> reachesRight(e.conclusion());
      case StringLiteral _,
          ListLiteral _,
          ObjectLiteral _,
          Expression.Literal _,
          Expression.Fence _,
          Expression.Identifier _,
          Expression.FieldAccess _,
          Expression.Index _,
          Expression.Call _,
          Expression.Has _,
          Expression.Negation _,
          Expression.Arithmetic _,
          Expression.Comparison _,
          Expression.Membership _,
          Expression.Is _,
          Expression.Complies _,
          Expression.Count _,
          Expression.Error _ ->
          false;
    };
  }

  private static boolean endsOpen(List<Expression> operands) {
    return reachesRight(operands.getLast());
  }

  /** Whether a term would mix {@code and} with {@code or} without parentheses. */
  static boolean isOtherChain(Expression term, Expression chain) {
    Precedence own = of(term);
    return own.compareTo(AND) <= 0 && own != of(chain);
  }
}
