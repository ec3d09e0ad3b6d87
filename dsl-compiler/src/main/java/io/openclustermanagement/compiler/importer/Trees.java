package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.Argument;
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.ComparisonOperator;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.Expression.MembershipOperator;
import io.openclustermanagement.dsl.syntax.KeyPath;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.StringPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds syntax trees that no text stands behind. */
final class Trees {
  /** The place of all nodes. */
  static final Origin NOWHERE = new Origin(new SourceFile("<import>", "").span(0, 0));

  private Trees() {}

  static Name name(String text) {
    return new Name(text, NOWHERE);
  }

  static QualifiedName reference(String name) {
    List<Name> parts = new ArrayList<>();
    for (String part : name.split("\\.", -1)) {
      parts.add(name(part));
    }
    return new QualifiedName(parts, NOWHERE);
  }

  static StringLiteral text(String value) {
    return new StringLiteral(
        value.isEmpty() ? List.of() : List.of(new StringPart.Text(value, NOWHERE)), NOWHERE);
  }

  /** What stands behind {@code named}; null if the object has the name of its declaration. */
  static @Nullable StringLiteral objectName(String name, String objectName) {
    return name.equals(objectName) ? null : text(objectName);
  }

  static ListLiteral texts(Collection<String> values) {
    return new ListLiteral(values.stream().<Expression>map(Trees::text).toList(), NOWHERE);
  }

  static Expression.Literal literal(LiteralKind kind, String text) {
    return new Expression.Literal(kind, text, NOWHERE);
  }

  static Expression.Literal integer(long value) {
    return literal(LiteralKind.INTEGER, Long.toString(value));
  }

  static Expression.Literal bool(boolean value) {
    return literal(LiteralKind.BOOLEAN, Boolean.toString(value));
  }

  static KeyPath key(String key) {
    return new KeyPath(List.of(name(key)), NOWHERE);
  }

  /** An object with the entries in the order of their keys. */
  static ObjectLiteral object(Map<String, ? extends Expression> entries) {
    List<Entry> fields = new ArrayList<>();
    new TreeMap<String, Expression>(entries)
        .forEach((key, value) -> fields.add(new Entry.Field(key(key), value, NOWHERE)));
    return new ObjectLiteral(fields, NOWHERE);
  }

  static ObjectLiteral strings(Map<String, String> entries) {
    Map<String, Expression> values = new TreeMap<>();
    entries.forEach((key, value) -> values.put(key, text(value)));
    return object(values);
  }

  /** A property of a cluster such as {@code version}. */
  static Expression property(String name) {
    return new Expression.Identifier(name, NOWHERE);
  }

  /** A member of a family of properties: {@code label.env}, or {@code label["a/b"]}. */
  static Expression property(String family, String key) {
    return Names.isWord(key)
        ? new Expression.FieldAccess(property(family), name(key), false, NOWHERE)
        : new Expression.Index(property(family), text(key), NOWHERE);
  }

  static Expression compare(Expression left, ComparisonOperator operator, Expression right) {
    return new Expression.Comparison(left, operator, right, NOWHERE);
  }

  static Expression test(Expression left, MembershipOperator operator, Expression right) {
    return new Expression.Membership(left, false, operator, right, NOWHERE);
  }

  static Expression notIn(Expression left, ListLiteral values) {
    return new Expression.Membership(left, true, MembershipOperator.IN, values, NOWHERE);
  }

  static Expression has(Expression operand) {
    return new Expression.Has(operand, NOWHERE);
  }

  static Expression not(Expression operand) {
    return new Expression.Not(operand, NOWHERE);
  }

  /** All of some conditions; {@code true} if there are none. */
  static Expression and(List<Expression> operands) {
    return switch (operands.size()) {
      case 0 -> bool(true);
      case 1 -> operands.getFirst();
      default -> new Expression.And(operands, NOWHERE);
    };
  }

  /**
   * {@code cel("…")}. What has quotes, backslashes or several lines stands in a fence, where it
   * needs no escapes; white space around the expression means nothing to CEL.
   */
  static Expression cel(String expression) {
    String text = expression.strip();
    boolean awkward = text.chars().anyMatch(c -> c == '"' || c == '\\' || c == '$' || c < ' ');
    boolean fenceable =
        !text.contains("\"\"\"") && text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t');
    Expression argument =
        awkward && fenceable ? new Expression.Fence(fenced(text), NOWHERE) : text(text);
    return new Expression.Call(
        property("cel"), List.of(new Argument(null, argument, NOWHERE)), NOWHERE);
  }

  /**
   * A text of several lines between triple quotes, each on a line of its own; empty if the quotes
   * could not give it back.
   */
  static Optional<Expression.Fence> fence(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t');
    if (text.isBlank() || text.contains("\"\"\"") || !plain) {
      return Optional.empty();
    }
    return Optional.of(new Expression.Fence("\n" + text, NOWHERE));
  }

  /** A quote at either end must not join those of the fence. */
  private static String fenced(String text) {
    return text.startsWith("\"") || text.endsWith("\"") ? " " + text + " " : text;
  }
}
