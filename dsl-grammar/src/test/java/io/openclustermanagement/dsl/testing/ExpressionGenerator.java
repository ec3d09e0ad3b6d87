package io.openclustermanagement.dsl.testing;

import static io.openclustermanagement.dsl.testing.TreeGenerator.NOWHERE;

import io.openclustermanagement.dsl.parser.Keywords;
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.KeyPath;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.StringPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes random expressions of a bounded depth. */
final class ExpressionGenerator {

  private static final int MAX_DEPTH = 4;

  private static final List<String> TEXTS =
      List.of(
          "eu-west-1", "a \"b\" c", "tab\tline\nend", "back\\slash", "${", "$ü€", "\u0001", "//x");
  private static final List<String> KEYS =
      List.of("app", "limits.memory", "acme.example/site", "2nd", "a-b", "-a", "", "a--b", "\"");
  private static final List<Expression.Literal> LITERALS =
      List.of(
          literal(LiteralKind.INTEGER, "3"),
          literal(LiteralKind.DECIMAL, "1.5"),
          literal(LiteralKind.UNIT, "512Mi"),
          literal(LiteralKind.UNIT, "30m"),
          literal(LiteralKind.PERCENT, "25%"),
          literal(LiteralKind.VERSION, "v1.29"),
          literal(LiteralKind.DATE, "2026-12-31"),
          literal(LiteralKind.BOOLEAN, "true"),
          literal(LiteralKind.NULL, "null"));

  private final Random random;
  private final TreeGenerator trees;
  private int depth;
  private boolean inString;

  ExpressionGenerator(Random random, TreeGenerator trees) {
    this.random = random;
    this.trees = trees;
  }

  private static Expression.Literal literal(LiteralKind kind, String text) {
    return new Expression.Literal(kind, text, NOWHERE);
  }

  Expression any() {
    depth++;
    try {
      return depth > MAX_DEPTH || random.nextInt(3) == 0 ? leaf() : inner();
    } finally {
      depth--;
    }
  }

  private Expression leaf() {
    return switch (random.nextInt(4)) {
      case 0 -> literal();
      case 1 -> inString ? plain() : string();
      default -> new Expression.Identifier(trees.name().text(), NOWHERE);
    };
  }

  private Expression inner() {
    return switch (random.nextInt(20)) {
      case 0 -> list();
      case 1 -> inString ? list() : object();
      case 2 -> inString ? plain() : fence();
      case 3, 4 -> new Expression.FieldAccess(any(), word(), random.nextBoolean(), NOWHERE);
      case 5 -> new Expression.Index(any(), any(), NOWHERE);
      case 6 -> new Expression.Call(any(), trees.some(trees::argument), NOWHERE);
      case 7 -> new Expression.Has(any(), NOWHERE);
      case 8 -> new Expression.Negation(any(), NOWHERE);
      case 9 ->
          new Expression.Arithmetic(
              any(), trees.pick(Expression.ArithmeticOperator.class), any(), NOWHERE);
      case 10 ->
          new Expression.Comparison(
              any(), trees.pick(Expression.ComparisonOperator.class), any(), NOWHERE);
      case 11 ->
          new Expression.Membership(
              any(),
              random.nextBoolean(),
              trees.pick(Expression.MembershipOperator.class),
              any(),
              NOWHERE);
      case 12 -> new Expression.Is(any(), random.nextBoolean(), trees.name(), NOWHERE);
      case 13 -> new Expression.Complies(any(), trees.qualified(), NOWHERE);
      case 14 -> new Expression.Not(any(), NOWHERE);
      case 15 -> new Expression.And(operands(), NOWHERE);
      case 16 -> new Expression.Or(operands(), NOWHERE);
      case 17 -> new Expression.Implies(any(), any(), NOWHERE);
      case 18 ->
          new Expression.Quantifier(
              trees.pick(Expression.QuantifierKind.class), trees.name(), any(), any(), NOWHERE);
      default ->
          random.nextBoolean()
              ? new Expression.If(any(), any(), any(), NOWHERE)
              : new Expression.Count(trees.name(), any(), trees.optional(this::any), NOWHERE);
    };
  }

  private List<Expression> operands() {
    List<Expression> operands = trees.many(this::any);
    operands.add(any());
    return operands;
  }

  /** A field may be any word. */
  private Name word() {
    return random.nextInt(4) == 0 ? new Name(trees.pick(Keywords.hard()), NOWHERE) : trees.name();
  }

  KeyPath keyPath() {
    return new KeyPath(
        trees.many(() -> random.nextBoolean() ? word() : new Name(trees.pick(KEYS), NOWHERE)),
        NOWHERE);
  }

  ListLiteral list() {
    return new ListLiteral(trees.some(this::any), NOWHERE);
  }

  ObjectLiteral object() {
    return new ObjectLiteral(trees.some(this::entry), NOWHERE);
  }

  private Entry entry() {
    return random.nextInt(6) == 0
        ? new Entry.Spread(any(), NOWHERE)
        : new Entry.Field(keyPath(), any(), NOWHERE);
  }

  Expression.Literal literal() {
    return LITERALS.get(random.nextInt(LITERALS.size()));
  }

  Expression.Literal integer() {
    return literal(LiteralKind.INTEGER, Integer.toString(random.nextInt(100)));
  }

  Expression.Literal date() {
    return literal(LiteralKind.DATE, "2026-03-01");
  }

  Expression.Fence fence() {
    List<String> texts = List.of("", "x", "\n  package a\n\n  b \"c\"  \n", "\\d+ ${x} // no");
    return new Expression.Fence(trees.pick(texts), NOWHERE);
  }

  /** A string without interpolations. */
  StringLiteral plain() {
    return new StringLiteral(random.nextInt(6) == 0 ? List.of() : List.of(text()), NOWHERE);
  }

  /** A string with texts and interpolations in turn. */
  StringLiteral string() {
    List<StringPart> parts = new ArrayList<>();
    for (int count = inString ? 0 : random.nextInt(3); count > 0; count--) {
      if (random.nextBoolean()) {
        parts.add(text());
      }
      parts.add(interpolation());
    }
    if (random.nextBoolean()) {
      parts.add(text());
    }
    return new StringLiteral(parts, NOWHERE);
  }

  private StringPart text() {
    return new StringPart.Text(trees.pick(TEXTS), NOWHERE);
  }

  private StringPart interpolation() {
    inString = true;
    Expression expression = any();
    inString = false;
    return new StringPart.Interpolation(expression, NOWHERE);
  }
}
