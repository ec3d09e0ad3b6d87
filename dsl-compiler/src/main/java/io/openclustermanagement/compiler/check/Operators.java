package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Attribute;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Invalid;
import io.openclustermanagement.compiler.program.Expr.Operator;
import io.openclustermanagement.compiler.program.Expr.Relation;
import io.openclustermanagement.compiler.program.Expr.TextRelation;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.TextPatterns;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.ListValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.ArithmeticOperator;
import io.openclustermanagement.dsl.syntax.Expression.ComparisonOperator;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which operators work on which types, and what they give. */
final class Operators {

  private final ExpressionChecker checker;
  private final Folding folding;
  private final Findings findings;

  Operators(ExpressionChecker checker, Folding folding, Findings findings) {
    this.checker = checker;
    this.folding = folding;
    this.findings = findings;
  }

  // Comparison.

  Expr comparison(Expression.Comparison written, Place place) {
    boolean literalLeft = isLiteral(written.left());
    Expression first = literalLeft ? written.right() : written.left();
    Expression second = literalLeft ? written.left() : written.right();
    Expr one = checker.infer(first, place, null);
    Expr other = checker.infer(second, place, expected(one.type()));
    Expr left = literalLeft ? other : one;
    Expr right = literalLeft ? one : other;
    if (!comparable(written, left, right)) {
      return new Invalid(written.at());
    }
    checkLabelValue(left, right);
    checkLabelValue(right, left);
    return compared(written, left, right);
  }

  private static boolean isLiteral(Expression expression) {
    return expression instanceof Expression.Literal || expression instanceof StringLiteral;
  }

  /** What literals beside a value of this type mean. */
  private static @Nullable Type expected(Type beside) {
    Type type = beside.present();
    return type == Simple.ERROR || type == Simple.ANY ? null : type;
  }

  private Expr compared(Expression.Comparison written, Expr left, Expr right) {
    Origin at = written.at();
    if (left.type() == Simple.NULL || right.type() == Simple.NULL) {
      Expr value = left.type() == Simple.NULL ? right : left;
      boolean equal = written.operator() == ComparisonOperator.EQUAL;
      Expr present = value.type() == Simple.NULL ? Folding.bool(false, at) : presence(value, at);
      return equal ? folding.not(present, at) : present;
    }
    return switch (written.operator()) {
      case EQUAL -> folding.comparison(Relation.EQUAL, left, right, at);
      case NOT_EQUAL -> folding.not(folding.comparison(Relation.EQUAL, left, right, at), at);
      case LESS -> folding.comparison(Relation.LESS, left, right, at);
      case LESS_OR_EQUAL -> folding.comparison(Relation.LESS_OR_EQUAL, left, right, at);
      case GREATER -> folding.comparison(Relation.GREATER, left, right, at);
      case GREATER_OR_EQUAL -> folding.comparison(Relation.GREATER_OR_EQUAL, left, right, at);
    };
  }

  /** {@code null} is equal to what is absent, and to nothing else. */
  private static Expr presence(Expr value, Origin at) {
    return value.type() instanceof Type.OptionalOf || value.type() == Simple.ANY
        ? Folding.present(value, at)
        : Folding.bool(true, at);
  }

  private boolean comparable(Expression.Comparison written, Expr left, Expr right) {
    Type l = left.type();
    Type r = right.type();
    if (l == Simple.ERROR || r == Simple.ERROR) {
      return false;
    }
    boolean equality =
        written.operator() == ComparisonOperator.EQUAL
            || written.operator() == ComparisonOperator.NOT_EQUAL;
    if (!isComparable(l, r, equality)) {
      reportDifferentTypes(written, left, right);
      return false;
    }
    if ((!equality && !l.isOrdered()) || l.present() instanceof Type.Struct) {
      findings.add(
          Diagnostic.error(
                  Code.WRONG_OPERAND,
                  written.span(),
                  "`%s` needs values with an order.".formatted(written.operator().symbol()))
              .label("these are " + l)
              .note("ordered are Int, Float, Duration, Quantity, Percent, Version and Date"));
      return false;
    }
    return true;
  }

  private static boolean isComparable(Type left, Type right, boolean equality) {
    if (left == Simple.NULL || right == Simple.NULL) {
      Type other = left == Simple.NULL ? right : left;
      boolean maybeAbsent = other instanceof Type.OptionalOf || other == Simple.ANY;
      return equality && (maybeAbsent || other == Simple.NULL);
    }
    return left.present().equals(right.present())
        || left.present() == Simple.ANY
        || right.present() == Simple.ANY;
  }

  private void reportDifferentTypes(Expression.Comparison written, Expr left, Expr right) {
    var finding =
        Diagnostic.error(
                Code.TYPE_MISMATCH,
                written.span(),
                "%s cannot be compared with %s.".formatted(left.type(), right.type()))
            .related(left.origin().span(), "this is " + left.type())
            .related(right.origin().span(), "this is " + right.type());
    if (left instanceof Attribute && right.type() == Simple.NULL) {
      finding.help("write `not has %s`.".formatted(left.origin().span().text()));
    } else if (right.type() == Simple.NULL) {
      finding.help("leave it out: `%s` is always there.".formatted(left.origin().span().text()));
    } else if (left.type() == Simple.VERSION
        && right instanceof Constant(StringValue(String text), _)
        && !text.isEmpty()
        && Character.isDigit(text.charAt(0))) {
      finding.help("write `v%s`, without quotes.".formatted(text));
    } else if (left.type() == Simple.VERSION && right instanceof Constant) {
      finding.help("write `v%s`.".formatted(right.origin().span().text()));
    } else if (left.type().present() == Simple.STRING && right instanceof Constant) {
      String why = left instanceof Attribute ? ": labels and claims are text." : ".";
      finding.help("write `\"%s\"`%s".formatted(right.origin().span().text(), why));
    }
    findings.add(finding);
  }

  /** A label that is compared with what no label can hold is a mistake, not a condition. */
  private void checkLabelValue(Expr attribute, Expr value) {
    if (!(attribute instanceof Attribute(_, Property.Label _, _))
        || !(value instanceof Constant(Value constant, Origin origin))) {
      return;
    }
    List<Value> values =
        constant instanceof ListValue(_, List<Value> elements) ? elements : List.of(constant);
    for (Value each : values) {
      if (each instanceof StringValue(String text)) {
        Labels.valueProblem(text)
            .ifPresent(
                problem ->
                    findings.add(
                        Diagnostic.error(
                                Code.INVALID_LABEL,
                                origin.span(),
                                "No label can have the value `%s`.".formatted(shortened(text)))
                            .label(problem)));
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 77) + "…";
  }

  // Membership and text.

  Expr membership(Expression.Membership written, Place place) {
    Expr result = tested(written, place);
    return written.negated() ? folding.not(result, written.at()) : result;
  }

  private Expr tested(Expression.Membership written, Place place) {
    Expr left = checker.infer(written.left(), place, null);
    Origin at = written.at();
    return switch (written.operator()) {
      case IN -> contained(left, written.right(), place, at);
      case CONTAINS -> contains(left, written.right(), place, at);
      case STARTS_WITH -> text(TextRelation.STARTS_WITH, left, written.right(), place, at);
      case ENDS_WITH -> text(TextRelation.ENDS_WITH, left, written.right(), place, at);
      case MATCHES -> matches(left, written, place);
      case LIKE -> text(TextRelation.LIKE, left, written.right(), place, at);
    };
  }

  private Expr contained(Expr element, Expression list, Place place, Origin at) {
    boolean invalid = element.type() == Simple.ERROR;
    Type wanted = expected(element.type());
    Expr elements = checker.infer(list, place, wanted == null ? null : new ListOf(wanted));
    if (invalid || elements.type() == Simple.ERROR) {
      return new Invalid(at);
    }
    if (!(elements.type().present() instanceof ListOf) && elements.type() != Simple.ANY) {
      reportNoList(elements);
      return new Invalid(at);
    }
    Expr checked = checker.expectOperand(elements, new ListOf(element.type().present()));
    checkLabelValue(element, checked);
    return folding.membership(element, checked, at);
  }

  private void reportNoList(Expr elements) {
    findings.add(
        Diagnostic.error(
                Code.TYPE_MISMATCH, elements.origin().span(), "`in` needs a list on its right.")
            .label("this is " + elements.type())
            .help(
                elements.type() == Simple.STRING
                    ? "write `[%s]`, or use `==`.".formatted(elements.origin().span().text())
                    : "put it in brackets."));
  }

  private Expr contains(Expr left, Expression right, Place place, Origin at) {
    if (left.type().present() instanceof ListOf(Type type)) {
      Expr element = checker.expectOperand(checker.infer(right, place, type), type);
      return folding.membership(element, left, at);
    }
    return text(TextRelation.CONTAINS, left, right, place, at);
  }

  private Expr text(TextRelation relation, Expr left, Expression right, Place place, Origin at) {
    Expr l = checker.expectOperand(left, Simple.STRING);
    Expr r = checker.expectOperand(checker.infer(right, place, Simple.STRING), Simple.STRING);
    return folding.textTest(relation, l, r, at);
  }

  private Expr matches(Expr left, Expression.Membership written, Place place) {
    Expr l = checker.expectOperand(left, Simple.STRING);
    Expr r = checker.expect(checker.infer(written.right(), place, Simple.STRING), Simple.STRING);
    Optional<Value> pattern =
        place.kind() == Place.Kind.FUNCTION ? Folding.constant(r) : checker.constant(r);
    if (pattern.isEmpty() && place.kind() != Place.Kind.FUNCTION) {
      return new Invalid(written.at());
    }
    if (pattern.orElse(null) instanceof StringValue(String regex)) {
      Optional<String> problem = TextPatterns.problem(regex);
      problem.ifPresent(why -> reportPattern(r, regex, why));
      if (problem.isPresent()) {
        return new Invalid(written.at());
      }
    }
    return folding.textTest(TextRelation.MATCHES, l, r, written.at());
  }

  private void reportPattern(Expr at, String regex, String problem) {
    findings.add(
        Diagnostic.error(
                Code.INVALID_PATTERN,
                at.origin().span(),
                "`%s` is no regular expression.".formatted(shortened(regex)))
            .label(problem));
  }

  // Arithmetic.

  Expr negation(Expression operand, Place place, Origin at) {
    Expr value = checker.infer(operand, place, null);
    Type type = value.type();
    if (type == Simple.INT || type == Simple.FLOAT) {
      Value zero =
          type == Simple.INT ? new Value.IntValue(0) : new Value.FloatValue(BigDecimal.ZERO);
      return folding.arithmetic(Operator.SUBTRACT, type, new Constant(zero, at), value, at);
    }
    if (type != Simple.ERROR) {
      findings.add(
          Diagnostic.error(Code.WRONG_OPERAND, at.span(), "`-` needs a number.")
              .label("this is " + type));
    }
    return new Invalid(at);
  }

  Expr arithmetic(Expression.Arithmetic written, Place place, @Nullable Type expected) {
    Expr left = there(checker.infer(written.left(), place, expected));
    Expr right =
        there(checker.infer(written.right(), place, wanted(left.type(), written.operator())));
    Type l = left.type();
    Type r = right.type();
    if (l == Simple.ERROR || r == Simple.ERROR) {
      return new Invalid(written.at());
    }
    if (written.operator() == ArithmeticOperator.ADD && l == Simple.STRING && r == Simple.STRING) {
      return folding.text(List.of(left, right), written.at());
    }
    if (!computable(written.operator(), l, r)) {
      reportOperands(written, l, r);
      return new Invalid(written.at());
    }
    return folding.arithmetic(operator(written.operator()), l, left, right, written.at());
  }

  /** Nothing can be computed with what may be absent. */
  private Expr there(Expr operand) {
    return checker.expect(operand, operand.type().present());
  }

  private static @Nullable Type wanted(Type left, ArithmeticOperator operator) {
    boolean scaled =
        operator == ArithmeticOperator.MULTIPLY || operator == ArithmeticOperator.DIVIDE;
    if (left == Simple.DATE) {
      return Simple.DURATION;
    }
    return scaled && (left == Simple.QUANTITY || left == Simple.DURATION) ? null : left;
  }

  private static boolean computable(ArithmeticOperator operator, Type left, Type right) {
    boolean additive =
        operator == ArithmeticOperator.ADD || operator == ArithmeticOperator.SUBTRACT;
    if (left == Simple.INT || left == Simple.FLOAT) {
      return left.equals(right);
    }
    if (left == Simple.QUANTITY || left == Simple.DURATION) {
      return additive ? left.equals(right) : right == Simple.INT;
    }
    return left == Simple.DATE && additive && right == Simple.DURATION;
  }

  private void reportOperands(Expression.Arithmetic written, Type left, Type right) {
    findings.add(
        Diagnostic.error(
            Code.WRONG_OPERAND,
            written.span(),
            "`%s` does not work on %s and %s."
                .formatted(written.operator().symbol(), left, right)));
  }

  private static Operator operator(ArithmeticOperator written) {
    return switch (written) {
      case ADD -> Operator.ADD;
      case SUBTRACT -> Operator.SUBTRACT;
      case MULTIPLY -> Operator.MULTIPLY;
      case DIVIDE -> Operator.DIVIDE;
    };
  }
}
