package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Arithmetic;
import io.openclustermanagement.compiler.program.Expr.Attribute;
import io.openclustermanagement.compiler.program.Expr.Comparison;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Membership;
import io.openclustermanagement.compiler.program.Expr.Operator;
import io.openclustermanagement.compiler.program.Expr.Relation;
import io.openclustermanagement.compiler.program.Expr.TextRelation;
import io.openclustermanagement.compiler.program.Expr.TextTest;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.TextPatterns;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.ListValue;
import io.openclustermanagement.compiler.program.Value.QuantityValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.compiler.program.Value.VersionValue;
import io.openclustermanagement.compiler.program.Values;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes conditions as CEL over {@code managedCluster}. Whatever a cluster may lack is guarded,
 * because upstream takes an evaluation error for "not chosen", which would break negation.
 */
final class CelWriter {

  /** Something that CEL cannot say, and where it stands. */
  static final class NotExpressible extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Origin origin;
    private final boolean negatedCel;

    NotExpressible(Origin origin, boolean negatedCel) {
      super("not expressible in CEL", null, false, false);
      this.origin = origin;
      this.negatedCel = negatedCel;
    }

    Origin origin() {
      return origin;
    }

    /** Whether the reason is that a raw expression was negated. */
    boolean isNegatedCel() {
      return negatedCel;
    }
  }

  private CelWriter() {}

  /** The expression that is true exactly where the condition is. */
  static String write(Normal normal) throws NotExpressible {
    return switch (normal) {
      case Normal.Truth(boolean value, _) -> Boolean.toString(value);
      case Normal.All(List<Normal> operands, _) -> joined(operands, " && ");
      case Normal.Some(List<Normal> operands, _) -> joined(operands, " || ");
      case Normal.Test(Expr.Cel(String expression, _), boolean positive, Origin origin) -> {
        if (!positive) {
          throw new NotExpressible(origin, true);
        }
        yield expression;
      }
      case Normal.Test(Expr atom, boolean positive, _) ->
          positive ? atom(atom) : "!(" + atom(atom) + ")";
      case Normal.Selector selector -> selector(selector);
    };
  }

  private static String joined(List<Normal> operands, String operator) throws NotExpressible {
    List<String> parts = new ArrayList<>();
    for (Normal operand : operands) {
      parts.add("(" + write(operand) + ")");
    }
    return String.join(operator, parts);
  }

  private static String selector(Normal.Selector selector) {
    ClusterCel.Access access = ClusterCel.access(ClusterCel.ROOT, selector.property());
    List<String> values = selector.requirement().values();
    String body =
        values.size() == 1
            ? access.value() + " == " + quoted(values.getFirst())
            : access.value() + " in " + list(values);
    String guarded = guarded(access.guards(), body);
    return switch (selector.requirement().operator()) {
      case "In" -> guarded;
      case "NotIn" -> "!(" + guarded + ")";
      case "Exists" -> String.join(" && ", access.guards());
      default -> "!(" + String.join(" && ", access.guards()) + ")";
    };
  }

  private static String list(List<String> values) {
    return values.stream().map(CelWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String guarded(Set<String> guards, String body) {
    List<String> parts = new ArrayList<>(guards);
    parts.add(body);
    return String.join(" && ", parts);
  }

  private static String atom(Expr atom) throws NotExpressible {
    Set<String> guards = new LinkedHashSet<>();
    if (atom instanceof Expr.Has(Attribute attribute, _)) {
      ClusterCel.Access access = ClusterCel.access(ClusterCel.ROOT, attribute.property());
      return access.guards().isEmpty() ? "true" : String.join(" && ", access.guards());
    }
    String body =
        switch (atom) {
          case Comparison comparison -> comparison(comparison, guards);
          case TextTest test -> textTest(test, guards);
          case Membership(Expr element, Expr list, _) ->
              value(element, guards) + " in " + value(list, guards);
          case Attribute(_, Property.Available _, _) -> value(atom, guards);
          default -> throw new NotExpressible(atom.origin(), false);
        };
    return guarded(guards, body);
  }

  private static String comparison(Comparison comparison, Set<String> guards)
      throws NotExpressible {
    String left = value(comparison.left(), guards);
    String right = value(comparison.right(), guards);
    Type type = comparison.left().type();
    if (type == Simple.VERSION || type == Simple.QUANTITY) {
      String symbol = comparison.relation().symbol();
      return "%s.compareTo(%s) %s 0".formatted(left, right, symbol);
    }
    boolean equality = comparison.relation() == Relation.EQUAL;
    if (!equality || (type != Simple.STRING && type != Simple.BOOL)) {
      throw new NotExpressible(comparison.origin(), false);
    }
    return left + " == " + right;
  }

  private static String textTest(TextTest test, Set<String> guards) throws NotExpressible {
    String left = value(test.left(), guards);
    if (test.relation() == TextRelation.MATCHES || test.relation() == TextRelation.LIKE) {
      return "%s.matches(%s)".formatted(left, quoted(pattern(test)));
    }
    String right = value(test.right(), guards);
    return switch (test.relation()) {
      case CONTAINS -> "%s.contains(%s)".formatted(left, right);
      case STARTS_WITH -> "%s.startsWith(%s)".formatted(left, right);
      case ENDS_WITH, MATCHES, LIKE -> "%s.endsWith(%s)".formatted(left, right);
    };
  }

  private static String pattern(TextTest test) throws NotExpressible {
    if (!(test.right() instanceof Constant(StringValue(String pattern), _))) {
      throw new NotExpressible(test.origin(), false);
    }
    if (test.relation() == TextRelation.LIKE) {
      return TextPatterns.likeAsRegex(pattern);
    }
    if (TextPatterns.problem(pattern).isPresent()) {
      throw new NotExpressible(test.origin(), false);
    }
    return pattern;
  }

  private static String value(Expr expr, Set<String> guards) throws NotExpressible {
    return switch (expr) {
      case Constant(Value constant, Origin origin) -> constant(constant, origin);
      case Attribute(_, Property property, _) -> {
        ClusterCel.Access access = ClusterCel.access(ClusterCel.ROOT, property);
        guards.addAll(access.guards());
        yield access.value();
      }
      case Expr.Text(List<Expr> parts, _) -> {
        List<String> texts = new ArrayList<>();
        for (Expr part : parts) {
          if (part.type() != Simple.STRING) {
            throw new NotExpressible(part.origin(), false);
          }
          texts.add(value(part, guards));
        }
        yield String.join(" + ", texts);
      }
      case Arithmetic(Operator operator, Type type, Expr left, Expr right, Origin origin) -> {
        boolean additive = operator == Operator.ADD || operator == Operator.SUBTRACT;
        if (type != Simple.QUANTITY || !additive) {
          throw new NotExpressible(origin, false);
        }
        yield "%s.%s(%s)"
            .formatted(
                value(left, guards),
                operator == Operator.ADD ? "add" : "sub",
                value(right, guards));
      }
      default -> throw new NotExpressible(expr.origin(), false);
    };
  }

  static String constant(Value constant, Origin origin) throws NotExpressible {
    return switch (constant) {
      case StringValue(String text) -> quoted(text);
      case QuantityValue(var quantity) -> "quantity(" + quoted(quantity.text()) + ")";
      case VersionValue(var version) -> "semver(" + quoted(version.toString()) + ")";
      case ListValue(_, List<Value> elements) -> {
        List<String> texts = new ArrayList<>();
        for (Value element : elements) {
          texts.add(constant(element, origin));
        }
        yield "[" + String.join(", ", texts) + "]";
      }
      case Value.BoolValue _, Value.IntValue _ -> Values.text(constant);
      case Value.FloatValue _,
          Value.DurationValue _,
          Value.PercentValue _,
          Value.DateValue _,
          Value.ComplianceValue _,
          Value.NullValue _,
          Value.MapValue _ ->
          throw new NotExpressible(origin, false);
    };
  }

  /** A CEL string literal. */
  static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> literal.append('\\').append(c);
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
