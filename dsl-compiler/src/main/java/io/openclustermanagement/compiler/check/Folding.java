package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.And;
import io.openclustermanagement.compiler.program.Expr.Arithmetic;
import io.openclustermanagement.compiler.program.Expr.Attribute;
import io.openclustermanagement.compiler.program.Expr.Carrier;
import io.openclustermanagement.compiler.program.Expr.Cel;
import io.openclustermanagement.compiler.program.Expr.Comparison;
import io.openclustermanagement.compiler.program.Expr.ComplianceOf;
import io.openclustermanagement.compiler.program.Expr.Conditional;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Count;
import io.openclustermanagement.compiler.program.Expr.Data;
import io.openclustermanagement.compiler.program.Expr.Deployed;
import io.openclustermanagement.compiler.program.Expr.Elements;
import io.openclustermanagement.compiler.program.Expr.Exemptions;
import io.openclustermanagement.compiler.program.Expr.FleetCluster;
import io.openclustermanagement.compiler.program.Expr.Has;
import io.openclustermanagement.compiler.program.Expr.Invalid;
import io.openclustermanagement.compiler.program.Expr.Joined;
import io.openclustermanagement.compiler.program.Expr.Member;
import io.openclustermanagement.compiler.program.Expr.Members;
import io.openclustermanagement.compiler.program.Expr.Membership;
import io.openclustermanagement.compiler.program.Expr.Not;
import io.openclustermanagement.compiler.program.Expr.Operator;
import io.openclustermanagement.compiler.program.Expr.Or;
import io.openclustermanagement.compiler.program.Expr.Placed;
import io.openclustermanagement.compiler.program.Expr.Present;
import io.openclustermanagement.compiler.program.Expr.Quantified;
import io.openclustermanagement.compiler.program.Expr.Quantifier;
import io.openclustermanagement.compiler.program.Expr.Relation;
import io.openclustermanagement.compiler.program.Expr.Text;
import io.openclustermanagement.compiler.program.Expr.TextRelation;
import io.openclustermanagement.compiler.program.Expr.TextTest;
import io.openclustermanagement.compiler.program.Expr.Today;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.Shape.Presence;
import io.openclustermanagement.compiler.program.TextPatterns;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.BoolValue;
import io.openclustermanagement.compiler.program.Value.IntValue;
import io.openclustermanagement.compiler.program.Value.ListValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.compiler.program.Values;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds expressions and computes what can be computed on the way: constants, quantifiers over
 * lists that are known, functions at the place of their call. What is invalid stays invalid.
 */
final class Folding {

  /** Nested quantifiers and functions multiply; no useful condition comes near this. */
  private static final int MAX_NODES = 50_000;

  private final Findings findings;
  private boolean keepsData;
  private int nodes;

  Folding(Findings findings) {
    this.findings = findings;
  }

  /** Whether lists and maps of parameters stay apart, to become data of a rule. */
  void keepData(boolean keep) {
    keepsData = keep;
  }

  /** Begins to count the nodes of another expression. */
  void restart() {
    nodes = 0;
  }

  static Expr bool(boolean value, Origin origin) {
    return new Constant(new BoolValue(value), origin);
  }

  /** The value of what is known while compiling. */
  static Optional<Value> constant(Expr expr) {
    if (expr instanceof Data(_, Value value, _)) {
      return Optional.of(value);
    }
    return expr instanceof Constant(Value value, _) ? Optional.of(value) : Optional.empty();
  }

  private static Optional<Boolean> truth(Expr expr) {
    return expr instanceof Constant(BoolValue(boolean value), _)
        ? Optional.of(value)
        : Optional.empty();
  }

  private static boolean isInvalid(Expr... operands) {
    for (Expr operand : operands) {
      if (operand.type() == Simple.ERROR) {
        return true;
      }
    }
    return false;
  }

  Expr not(Expr operand, Origin origin) {
    if (isInvalid(operand)) {
      return new Invalid(origin);
    }
    return truth(operand)
        .map(value -> bool(!value, origin))
        .orElseGet(() -> new Not(operand, origin));
  }

  Expr and(List<Expr> operands, Origin origin) {
    return join(operands, origin, true);
  }

  Expr or(List<Expr> operands, Origin origin) {
    return join(operands, origin, false);
  }

  private Expr join(List<Expr> operands, Origin origin, boolean neutral) {
    List<Expr> kept = new ArrayList<>();
    for (Expr operand : operands) {
      if (isInvalid(operand)) {
        return new Invalid(origin);
      }
      Optional<Boolean> truth = truth(operand);
      if (truth.isEmpty()) {
        kept.add(operand);
      } else if (truth.get() != neutral) {
        return bool(!neutral, origin);
      }
    }
    return switch (kept.size()) {
      case 0 -> bool(neutral, origin);
      case 1 -> kept.getFirst();
      default -> neutral ? new And(kept, origin) : new Or(kept, origin);
    };
  }

  Expr conditional(Expr condition, Expr positive, Expr negative, Origin origin) {
    if (isInvalid(condition, positive, negative)) {
      return new Invalid(origin);
    }
    return truth(condition)
        .map(value -> value ? positive : negative)
        .orElseGet(() -> new Conditional(condition, positive, negative, origin));
  }

  Expr comparison(Relation relation, Expr left, Expr right, Origin origin) {
    if (isInvalid(left, right)) {
      return new Invalid(origin);
    }
    if (left instanceof Constant(Value l, _) && right instanceof Constant(Value r, _)) {
      boolean holds =
          relation == Relation.EQUAL ? Values.equal(l, r) : relation.holds(Values.compare(l, r));
      return bool(holds, origin);
    }
    return new Comparison(relation, left, right, origin);
  }

  Expr membership(Expr element, Expr list, Origin origin) {
    if (isInvalid(element, list)) {
      return new Invalid(origin);
    }
    if (list instanceof Constant(ListValue(_, List<Value> values), _)) {
      if (values.isEmpty()) {
        return bool(false, origin);
      }
      if (element instanceof Constant(Value wanted, _)) {
        return bool(values.stream().anyMatch(value -> Values.equal(wanted, value)), origin);
      }
    }
    if (list instanceof Elements(_, List<Expr> elements, _)) {
      return or(
          elements.stream().map(each -> comparison(Relation.EQUAL, each, element, origin)).toList(),
          origin);
    }
    return new Membership(element, list, origin);
  }

  Expr textTest(TextRelation relation, Expr left, Expr right, Origin origin) {
    if (isInvalid(left, right)) {
      return new Invalid(origin);
    }
    if (left instanceof Constant(StringValue(String l), _)
        && right instanceof Constant(StringValue(String r), _)) {
      return bool(holds(relation, l, r), origin);
    }
    return new TextTest(relation, left, right, origin);
  }

  private static boolean holds(TextRelation relation, String left, String right) {
    return switch (relation) {
      case CONTAINS -> left.contains(right);
      case STARTS_WITH -> left.startsWith(right);
      case ENDS_WITH -> left.endsWith(right);
      case MATCHES -> TextPatterns.matches(left, right);
      case LIKE -> TextPatterns.like(left, right);
    };
  }

  Expr arithmetic(Operator operator, Type type, Expr left, Expr right, Origin origin) {
    if (isInvalid(left, right)) {
      return new Invalid(origin);
    }
    if (left instanceof Constant(Value l, _) && right instanceof Constant(Value r, _)) {
      return computed(operator, l, r, origin);
    }
    return new Arithmetic(operator, type, left, right, origin);
  }

  private Expr computed(Operator operator, Value left, Value right, Origin origin) {
    try {
      return new Constant(Values.compute(operator, left, right), origin);
    } catch (ArithmeticException e) {
      boolean byZero = operator == Operator.DIVIDE;
      findings.add(
          Diagnostic.error(
                  Code.IMPOSSIBLE_ARITHMETIC,
                  origin.span(),
                  "`%s` has no result.".formatted(origin.span().text()))
              .label(byZero ? "this divides by zero" : "this is too large"));
      return new Invalid(origin);
    }
  }

  Expr text(List<Expr> parts, Origin origin) {
    if (parts.stream().anyMatch(Folding::isInvalid)) {
      return new Invalid(origin);
    }
    List<Expr> joined = new ArrayList<>();
    for (Expr each : parts) {
      Expr part = asText(each);
      if (!joined.isEmpty()
          && joined.getLast() instanceof Constant(StringValue(String before), _)
          && part instanceof Constant(StringValue(String after), _)) {
        joined.set(joined.size() - 1, new Constant(new StringValue(before + after), origin));
      } else {
        joined.add(part);
      }
    }
    if (joined.isEmpty()) {
      return new Constant(new StringValue(""), origin);
    }
    return joined.size() == 1 && joined.getFirst().type() == Simple.STRING
        ? joined.getFirst()
        : new Text(joined, origin);
  }

  private static Expr asText(Expr part) {
    return part instanceof Constant(Value value, Origin origin)
        ? new Constant(new StringValue(Values.text(value)), origin)
        : part;
  }

  private static boolean isInvalid(Expr operand) {
    return operand.type() == Simple.ERROR;
  }

  Expr elements(Type elementType, List<Expr> elements, Origin origin) {
    if (elements.stream().anyMatch(Folding::isInvalid)) {
      return new Invalid(origin);
    }
    List<Value> values = new ArrayList<>();
    elements.forEach(element -> constant(element).ifPresent(values::add));
    return values.size() == elements.size()
        ? new Constant(new ListValue(elementType, values), origin)
        : new Elements(elementType, elements, origin);
  }

  Expr quantified(Quantifier quantifier, Variable variable, Expr list, Expr body, Origin origin) {
    if (isInvalid(list, body)) {
      return new Invalid(origin);
    }
    Optional<List<Expr>> bodies = unrolled(variable, list, body);
    if (bodies.isEmpty()) {
      return new Quantified(quantifier, variable, list, body, origin);
    }
    return quantifier == Quantifier.ANY ? or(bodies.get(), origin) : and(bodies.get(), origin);
  }

  Expr count(Variable variable, Expr list, Expr body, Origin origin) {
    if (isInvalid(list, body)) {
      return new Invalid(origin);
    }
    List<Boolean> truths = new ArrayList<>();
    Optional<List<Expr>> bodies = unrolled(variable, list, body);
    bodies.ifPresent(all -> all.forEach(each -> truth(each).ifPresent(truths::add)));
    if (bodies.isPresent() && truths.size() == bodies.get().size()) {
      return new Constant(new IntValue(truths.stream().filter(truth -> truth).count()), origin);
    }
    return new Count(variable, list, body, origin);
  }

  private Optional<List<Expr>> unrolled(Variable variable, Expr list, Expr body) {
    return known(list)
        .map(
            elements ->
                elements.stream()
                    .map(element -> substitute(body, Map.of(variable.name(), element), null))
                    .toList());
  }

  private static Optional<List<Expr>> known(Expr list) {
    if (list instanceof Constant(ListValue(_, List<Value> values), Origin origin)) {
      return Optional.of(values.stream().<Expr>map(value -> new Constant(value, origin)).toList());
    }
    return list instanceof Elements(_, List<Expr> elements, _)
        ? Optional.of(elements)
        : Optional.empty();
  }

  /**
   * An expression with variables replaced.
   *
   * @param at where the result stands, for the body of a function: the call; null leaves each part
   *     where it is
   */
  Expr substitute(Expr expr, Map<String, Expr> replacements, @Nullable Origin at) {
    if (++nodes > MAX_NODES) {
      return tooLarge(at == null ? expr.origin() : at);
    }
    Origin origin = at == null ? expr.origin() : at;
    return switch (expr) {
      case Variable variable -> replacements.getOrDefault(variable.name(), variable);
      case Constant(Value value, _) -> new Constant(value, origin);
      case Cel(String text, _) -> new Cel(text, origin);
      case Data data -> keepsData ? data : new Constant(data.value(), origin);
      case Invalid _, Placed _, Members _, FleetCluster _, Deployed _, Exemptions _, Today _ ->
          expr;
      case Member(Expr target, Expr key, Presence presence, Type type, _) ->
          member(
              substitute(target, replacements, at),
              substitute(key, replacements, at),
              presence,
              type,
              origin);
      case Carrier(Expr pod, Type type, _) ->
          new Carrier(substitute(pod, replacements, at), type, origin);
      case Present(Expr value, _) -> present(substitute(value, replacements, at), origin);
      case Joined(List<Expr> lists, Type elementType, _) ->
          joined(substitute(lists, replacements, at), elementType, origin);
      case ComplianceOf(Expr cluster, GlobalName policy, boolean set, _) ->
          complianceOf(substitute(cluster, replacements, at), policy, set, origin);
      case Attribute attribute -> attribute(attribute, replacements, at);
      case Has has -> has(attribute(has.attribute(), replacements, at), origin);
      case Not(Expr operand, _) -> not(substitute(operand, replacements, at), origin);
      case And(List<Expr> operands, _) -> and(substitute(operands, replacements, at), origin);
      case Or(List<Expr> operands, _) -> or(substitute(operands, replacements, at), origin);
      case Text(List<Expr> parts, _) -> text(substitute(parts, replacements, at), origin);
      case Elements(Type type, List<Expr> elements, _) ->
          elements(type, substitute(elements, replacements, at), origin);
      case Conditional(Expr condition, Expr positive, Expr negative, _) ->
          conditional(
              substitute(condition, replacements, at),
              substitute(positive, replacements, at),
              substitute(negative, replacements, at),
              origin);
      case Comparison(Relation relation, Expr left, Expr right, _) ->
          comparison(
              relation,
              substitute(left, replacements, at),
              substitute(right, replacements, at),
              origin);
      case Membership(Expr element, Expr list, _) ->
          membership(
              substitute(element, replacements, at), substitute(list, replacements, at), origin);
      case TextTest(TextRelation relation, Expr left, Expr right, _) ->
          textTest(
              relation,
              substitute(left, replacements, at),
              substitute(right, replacements, at),
              origin);
      case Arithmetic(Operator operator, Type type, Expr left, Expr right, _) ->
          arithmetic(
              operator,
              type,
              substitute(left, replacements, at),
              substitute(right, replacements, at),
              origin);
      case Quantified(Quantifier quantifier, Variable variable, Expr list, Expr body, _) ->
          quantified(
              quantifier,
              variable,
              substitute(list, replacements, at),
              substitute(body, without(replacements, variable), at),
              origin);
      case Count(Variable variable, Expr list, Expr body, _) ->
          count(
              variable,
              substitute(list, replacements, at),
              substitute(body, without(replacements, variable), at),
              origin);
    };
  }

  /** A member of something; a list or map that is known has been looked into before. */
  static Expr member(Expr target, Expr key, Presence presence, Type type, Origin origin) {
    return isInvalid(target, key)
        ? new Invalid(origin)
        : new Member(target, key, presence, type, origin);
  }

  /** Whether a value is there, which is known of those that are never absent. */
  static Expr present(Expr value, Origin origin) {
    if (isInvalid(value)) {
      return new Invalid(origin);
    }
    if (value instanceof Attribute attribute) {
      return new Has(attribute, origin);
    }
    return constant(value).isPresent() ? bool(true, origin) : new Present(value, origin);
  }

  static Expr joined(List<Expr> lists, Type elementType, Origin origin) {
    return lists.stream().anyMatch(Folding::isInvalid)
        ? new Invalid(origin)
        : new Joined(lists, elementType, origin);
  }

  static Expr complianceOf(Expr cluster, GlobalName policy, boolean set, Origin origin) {
    return isInvalid(cluster)
        ? new Invalid(origin)
        : new ComplianceOf(cluster, policy, set, origin);
  }

  private List<Expr> substitute(
      List<Expr> list, Map<String, Expr> replacements, @Nullable Origin at) {
    return list.stream().map(each -> substitute(each, replacements, at)).toList();
  }

  private Expr attribute(Attribute attribute, Map<String, Expr> replacements, @Nullable Origin at) {
    Expr cluster = substitute(attribute.cluster(), replacements, at);
    Origin origin = at == null ? attribute.origin() : at;
    return isInvalid(cluster)
        ? new Invalid(origin)
        : new Attribute(cluster, attribute.property(), origin);
  }

  static Expr has(Expr attribute, Origin origin) {
    return attribute instanceof Attribute found ? new Has(found, origin) : new Invalid(origin);
  }

  private static Map<String, Expr> without(Map<String, Expr> replacements, Variable variable) {
    Map<String, Expr> rest = new HashMap<>(replacements);
    rest.remove(variable.name());
    return rest;
  }

  private Expr tooLarge(Origin origin) {
    if (nodes == MAX_NODES + 1) {
      findings.add(
          Diagnostic.error(Code.TOO_LARGE, origin.span(), "This expression becomes too large.")
              .label(
                  "more than %,d parts once functions and lists are filled in".formatted(MAX_NODES))
              .help("shorten the lists, or nest fewer functions and quantifiers."));
    }
    return new Invalid(origin);
  }
}
