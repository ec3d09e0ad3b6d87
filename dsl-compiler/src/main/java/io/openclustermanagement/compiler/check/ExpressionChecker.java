package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Compliance;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Attribute;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Invalid;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.OptionalOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.ListValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.FieldAccess;
import io.openclustermanagement.dsl.syntax.Expression.Identifier;
import io.openclustermanagement.dsl.syntax.Expression.Index;
import io.openclustermanagement.dsl.syntax.Expression.Literal;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives an expression its types and names and computes what is known. An expression that is wrong
 * becomes {@link Invalid} after one report, and nothing more is said about what contains it.
 */
final class ExpressionChecker {

  private final Scope scope;
  private final Findings findings;
  private final Literals literals;
  private final Structures structures;
  private final Folding folding;
  private final Operators operators;
  private final Calls calls;
  private final Names names;
  private final Members members;
  private final Quantifiers quantifiers;

  /**
   * @param position of the declaration that holds the expression: parameters and functions must
   *     stand before it if it is one itself
   */
  ExpressionChecker(Scope scope, Definitions definitions, Findings findings, int position) {
    this(scope, definitions, findings, position, Map.of());
  }

  /**
   * @param arguments what the parameters of the policy stand for that the expression is in
   */
  ExpressionChecker(
      Scope scope,
      Definitions definitions,
      Findings findings,
      int position,
      Map<String, Value> arguments) {
    this.scope = scope;
    this.findings = findings;
    this.literals = new Literals(findings);
    this.folding = new Folding(findings);
    this.structures = new Structures(this, folding);
    this.operators = new Operators(this, folding, findings);
    this.calls = new Calls(this, scope, definitions, folding, findings);
    this.members = new Members(this, findings);
    this.names = new Names(scope, definitions, findings, members, position, arguments);
    this.quantifiers = new Quantifiers(this, folding, findings, scope.index());
  }

  /** Checks an expression that must have the given type. */
  Expr check(Expression expression, Place place, Type expected) {
    folding.restart();
    return expect(infer(expression, place, expected), expected);
  }

  /** Checks an expression whose type may be any; a hint gives literals their meaning. */
  Expr value(Expression expression, Place place, @Nullable Type hint) {
    folding.restart();
    return infer(expression, place, hint);
  }

  /** Reports a value of the wrong type. */
  Expr expect(Expr value, Type expected) {
    if (value.type().fits(expected) || isEmptyList(value, expected)) {
      return value;
    }
    if (value.type() instanceof OptionalOf(Type inner) && inner.fits(expected)) {
      reportAbsence(value, expected);
    } else {
      reportType(value, expected);
    }
    return new Invalid(value.origin());
  }

  /** The same for the operand of a test, which may be absent: the test is false then. */
  Expr expectOperand(Expr value, Type expected) {
    return value.type().present().fits(expected) ? value : expect(value, expected);
  }

  private void reportType(Expr value, Type expected) {
    var finding =
        Diagnostic.error(
                Code.TYPE_MISMATCH,
                value.origin().span(),
                "%s is expected here.".formatted(expected))
            .label(
                value.type().toString().equals(expected.toString())
                    ? "this is one of another group or version"
                    : "this is " + value.type());
    if (value instanceof Attribute attribute && expected == Simple.BOOL) {
      finding.help(
          "ask `has %s`, or compare it with a value.".formatted(attribute.origin().span().text()));
    }
    findings.add(finding);
  }

  private void reportAbsence(Expr value, Type expected) {
    String text = value.origin().span().text();
    findings.add(
        Diagnostic.error(
                Code.MAY_BE_ABSENT,
                value.origin().span(),
                "`%s` may be absent.".formatted(Members.shortened(text)))
            .label("%s is needed here".formatted(expected))
            .help(
                expected == Simple.BOOL
                    ? "compare it, as in `%s == true`.".formatted(text)
                    : "test `has %s` first.".formatted(text)));
  }

  private static boolean isEmptyList(Expr value, Type expected) {
    return expected instanceof ListOf
        && value instanceof Constant(ListValue(_, List<Value> elements), _)
        && elements.isEmpty();
  }

  /**
   * The typed form of an expression.
   *
   * @param expected what would fit, which gives literals their meaning; null if anything may
   */
  Expr infer(Expression expression, Place place, @Nullable Type expected) {
    return noted(expression, typed(expression, place, expected));
  }

  /** Takes note of the type of an expression, for editors. */
  Expr noted(Expression expression, Expr value) {
    scope.index().type(expression.span(), value.type());
    return value;
  }

  private Expr typed(Expression expression, Place place, @Nullable Type expected) {
    folding.keepData(place.kind() == Place.Kind.RESOURCE || place.kind() == Place.Kind.FUNCTION);
    Origin origin = expression.at();
    return switch (expression) {
      case Literal literal ->
          literals
              .read(literal, expected)
              .<Expr>map(value -> new Constant(value, origin))
              .orElseGet(() -> new Invalid(origin));
      case StringLiteral string -> structures.string(string, place);
      case Expression.Fence(String text, _) -> new Constant(new StringValue(text), origin);
      case ListLiteral list -> structures.list(list, place, expected);
      case ObjectLiteral object -> structures.object(object, place, expected);
      case Identifier identifier -> names.read(identifier, place);
      case FieldAccess access -> members.read(access, place);
      case Index index -> members.read(index, place);
      case Expression.Call call -> calls.call(call, place);
      case Expression.Has(Expression operand, _) -> members.has(operand, place, origin);
      case Expression.Negation(Expression operand, _) -> operators.negation(operand, place, origin);
      case Expression.Arithmetic arithmetic -> operators.arithmetic(arithmetic, place, expected);
      case Expression.Comparison comparison -> operators.comparison(comparison, place);
      case Expression.Membership membership -> operators.membership(membership, place);
      case Expression.Not(Expression operand, _) -> not(operand, place, origin);
      case Expression.And(List<Expression> operands, _) ->
          folding.and(sequence(operands, place, true), origin);
      case Expression.Or(List<Expression> operands, _) ->
          folding.or(sequence(operands, place, false), origin);
      case Expression.Implies(Expression premise, Expression conclusion, _) ->
          implies(premise, conclusion, place, origin);
      case Expression.Quantifier quantifier -> quantifiers.quantifier(quantifier, place);
      case Expression.Count count -> quantifiers.count(count, place);
      case Expression.If choice -> conditional(choice, place, expected);
      case Expression.Is is -> is(is, place);
      case Expression.Complies complies -> calls.complies(complies, place);
      case Expression.Error _ -> new Invalid(origin);
    };
  }

  Expr bool(Expression expression, Place place) {
    return expect(infer(expression, place, Simple.BOOL), Simple.BOOL);
  }

  /** Each operand of {@code and} is asked only where those before it hold, of {@code or} not. */
  private List<Expr> sequence(List<Expression> expressions, Place place, boolean truth) {
    List<Expr> checked = new ArrayList<>();
    Place current = place;
    for (Expression each : expressions) {
      Expr operand = bool(each, current);
      checked.add(operand);
      current = current.knowing(Guards.of(operand, truth));
    }
    return checked;
  }

  private Expr implies(Expression premise, Expression conclusion, Place place, Origin origin) {
    Expr given = bool(premise, place);
    Expr then = bool(conclusion, place.knowing(Guards.of(given, true)));
    return folding.or(List.of(folding.not(given, premise.at()), then), origin);
  }

  private Expr conditional(Expression.If written, Place place, @Nullable Type expected) {
    Expr test = bool(written.condition(), place);
    Expr positive = infer(written.whenTrue(), place.knowing(Guards.of(test, true)), expected);
    Place otherwise = place.knowing(Guards.of(test, false));
    Expr negative = expect(infer(written.whenFalse(), otherwise, positive.type()), positive.type());
    return folding.conditional(test, positive, negative, written.at());
  }

  private Expr not(Expression operand, Place place, Origin origin) {
    Expr value = bool(operand, place);
    if (operand instanceof Expression.Complies complies && value.type() != Simple.ERROR) {
      findings.add(
          Diagnostic.error(
                  Code.NEGATED_COMPLIANCE,
                  origin.span(),
                  "`not … complies with` does not say which other state is meant.")
              .note("a cluster that does not comply may be NonCompliant, Pending or Unknown")
              .help(
                  "write `compliance(%s, %s) == NonCompliant`, or name another state."
                      .formatted(complies.subject().span().text(), complies.policy().text())));
      return new Invalid(origin);
    }
    return folding.not(value, origin);
  }

  /** {@code compliance(c, p) is NonCompliant}. */
  private Expr is(Expression.Is written, Place place) {
    Name state = written.state();
    Expr operand = expect(infer(written.operand(), place, Simple.COMPLIANCE), Simple.COMPLIANCE);
    Optional<Compliance> wanted = Compliance.of(state.text());
    if (wanted.isEmpty()) {
      findings.add(
          Diagnostic.error(
                  Code.UNKNOWN_WORD,
                  state.span(),
                  "There is no state `%s`.".formatted(state.text()))
              .note("there are " + String.join(", ", Compliance.names())));
      return new Invalid(written.at());
    }
    Expr equal =
        folding.comparison(
            Expr.Relation.EQUAL,
            operand,
            new Constant(new Value.ComplianceValue(wanted.get()), state.at()),
            written.at());
    return written.negated() ? folding.not(equal, written.at()) : equal;
  }

  /** The value of an expression that must be known; empty after a report. */
  Optional<Value> constant(Expr value) {
    Optional<Value> constant = Folding.constant(value);
    if (value.type() != Simple.ERROR && constant.isEmpty()) {
      findings.add(
          Diagnostic.error(
                  Code.NOT_CONSTANT,
                  value.origin().span(),
                  "The value must be known while compiling.")
              .label("this depends on the cluster"));
    }
    return constant;
  }

  /** Whether a definition stands before this one; reports if not. */
  boolean mayUse(Symbol symbol, SourceSpan span) {
    return names.mayUse(symbol, span);
  }
}
