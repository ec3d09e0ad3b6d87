package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression. Parentheses leave no trace in the tree; the formatter puts them where they are
 * needed.
 */
public sealed interface Expression extends Node
    permits StringLiteral,
        ListLiteral,
        ObjectLiteral,
        Expression.Literal,
        Expression.Fence,
        Expression.Identifier,
        Expression.FieldAccess,
        Expression.Index,
        Expression.Call,
        Expression.Has,
        Expression.Negation,
        Expression.Arithmetic,
        Expression.Comparison,
        Expression.Membership,
        Expression.Is,
        Expression.Complies,
        Expression.Not,
        Expression.And,
        Expression.Or,
        Expression.Implies,
        Expression.Quantifier,
        Expression.Count,
        Expression.If,
        Expression.Error {

  /**
   * A literal other than a string, a list or an object.
   *
   * @param text as written, such as {@code 512Mi} or {@code v1.29}
   */
  record Literal(LiteralKind kind, String text, Origin at) implements Expression {}

  /** The kinds of {@link Literal}, by what the text looks like. */
  enum LiteralKind {
    INTEGER,
    DECIMAL,
    /** A number with a unit; a duration or a quantity, by the type that is expected there. */
    UNIT,
    PERCENT,
    VERSION,
    DATE,
    BOOLEAN,
    NULL
  }

  /**
   * A raw text between triple quotes.
   *
   * @param text all characters between the quotes
   */
  record Fence(String text, Origin at) implements Expression {}

  /** A bare name. */
  record Identifier(String name, Origin at) implements Expression {}

  /**
   * {@code target.field}, or {@code target?.field}.
   *
   * @param safe whether an absent target gives an absent value
   */
  record FieldAccess(Expression target, Name field, boolean safe, Origin at)
      implements Expression {}

  /** {@code target[index]}. */
  record Index(Expression target, Expression index, Origin at) implements Expression {}

  /** {@code function(arguments)}. */
  record Call(Expression function, List<Argument> arguments, Origin at) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code has operand}. */
  record Has(Expression operand, Origin at) implements Expression {}

  /** {@code -operand}. */
  record Negation(Expression operand, Origin at) implements Expression {}

  record Arithmetic(Expression left, ArithmeticOperator operator, Expression right, Origin at)
      implements Expression {}

  /** {@code ==}, {@code <} and their like. */
  record Comparison(Expression left, ComparisonOperator operator, Expression right, Origin at)
      implements Expression {}

  /**
   * {@code in}, {@code startsWith} and their like.
   *
   * @param negated whether {@code not} stands before the operator
   */
  record Membership(
      Expression left, boolean negated, MembershipOperator operator, Expression right, Origin at)
      implements Expression {}

  /** {@code operand is Compliant}. */
  record Is(Expression operand, boolean negated, Name state, Origin at) implements Expression {}

  /** {@code subject complies with policy}. */
  record Complies(Expression subject, QualifiedName policy, Origin at) implements Expression {}

  /** {@code not operand}. */
  record Not(Expression operand, Origin at) implements Expression {}

  /**
   * Terms joined by {@code and}.
   *
   * @param operands two or more; one of them is itself an {@code And} only if it was in parentheses
   */
  record And(List<Expression> operands, Origin at) implements Expression {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /**
   * Terms joined by {@code or}.
   *
   * @param operands two or more; one of them is itself an {@code Or} only if it was in parentheses
   */
  record Or(List<Expression> operands, Origin at) implements Expression {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** {@code premise implies conclusion}; groups to the right. */
  record Implies(Expression premise, Expression conclusion, Origin at) implements Expression {}

  /** {@code any x in xs where p}, and likewise {@code no} and {@code every … satisfies}. */
  record Quantifier(
      QuantifierKind kind, Name variable, Expression source, Expression condition, Origin at)
      implements Expression {}

  /** {@code count(x in xs where p)}. */
  record Count(Name variable, Expression source, @Nullable Expression condition, Origin at)
      implements Expression {}

  /** {@code if condition then whenTrue else whenFalse}. */
  record If(Expression condition, Expression whenTrue, Expression whenFalse, Origin at)
      implements Expression {}

  /** What recovery skipped; it has been reported, so nothing more is to be said about it. */
  record Error(Origin at) implements Expression {}

  /** How a {@link Quantifier} counts. */
  enum QuantifierKind {
    ANY,
    NO,
    EVERY
  }

  /** Operators of {@link Arithmetic}. */
  enum ArithmeticOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/");

    private final String symbol;

    ArithmeticOperator(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }
  }

  /** Operators of {@link Comparison}. */
  enum ComparisonOperator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    ComparisonOperator(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }
  }

  /** Operators of {@link Membership}. */
  enum MembershipOperator {
    IN("in"),
    CONTAINS("contains"),
    STARTS_WITH("startsWith"),
    ENDS_WITH("endsWith"),
    MATCHES("matches"),
    LIKE("like");

    private final String symbol;

    MembershipOperator(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }
  }
}
