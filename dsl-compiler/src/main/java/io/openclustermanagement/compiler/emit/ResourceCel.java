package io.openclustermanagement.compiler.emit;

import static io.openclustermanagement.compiler.emit.CelWriter.quoted;

import io.openclustermanagement.compiler.emit.Cel.Rank;
import io.openclustermanagement.compiler.emit.CelWriter.NotExpressible;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Comparison;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Member;
import io.openclustermanagement.compiler.program.Expr.Quantifier;
import io.openclustermanagement.compiler.program.Expr.Relation;
import io.openclustermanagement.compiler.program.Expr.TextRelation;
import io.openclustermanagement.compiler.program.Expr.TextTest;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.TextPatterns;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes conditions on resources and fleets as CEL. Whatever may be absent is guarded, so that a
 * test of it is false and no expression ends in an error. A guard is not repeated behind another
 * one that is the same.
 */
final class ResourceCel {

  private final CelVariables variables;
  private final CelValues values;

  ResourceCel(CelVariables variables) {
    this.variables = variables;
    this.values = new CelValues(variables, this);
  }

  /** The expression that is true exactly where the condition is. */
  String condition(Expr condition) throws NotExpressible {
    return bool(condition, Set.of()).text();
  }

  /** A list, which is empty where it is absent. */
  String list(Expr list) throws NotExpressible {
    return list(list, Set.of()).text();
  }

  /** A text for people: parts that are absent are shown as such. */
  String message(Expr text) throws NotExpressible {
    return values.message(text);
  }

  /** A value that is always there. */
  String value(Expr value) throws NotExpressible {
    if (value.type() == Simple.BOOL) {
      return condition(value);
    }
    Set<Cel> guards = new LinkedHashSet<>();
    Cel text = values.read(value, guards);
    if (!guards.isEmpty()) {
      throw new NotExpressible(value.origin(), false);
    }
    return text.text();
  }

  /** A value that may be absent, as an optional one. */
  String optional(Expr value) throws NotExpressible {
    Set<Cel> guards = new LinkedHashSet<>();
    Cel text = values.read(value, guards);
    String present = "optional.of(" + text.text() + ")";
    return guards.isEmpty()
        ? present
        : Cel.conditional(
                Cel.all(List.copyOf(guards)), Cel.primary(present), Cel.primary("optional.none()"))
            .text();
  }

  // Conditions.

  /**
   * @param known what is known to hold where the condition is evaluated
   */
  Cel bool(Expr expr, Set<Cel> known) throws NotExpressible {
    return switch (expr) {
      case Expr.And(List<Expr> operands, _) -> and(operands, known);
      case Expr.Or(List<Expr> operands, _) -> {
        List<Cel> parts = new ArrayList<>();
        for (Expr operand : operands) {
          parts.add(bool(operand, known));
        }
        yield Cel.any(parts);
      }
      case Expr.Not(Expr operand, _) -> bool(operand, known).negated();
      case Expr.Conditional(Expr test, Expr yes, Expr no, _) ->
          Cel.conditional(bool(test, known), bool(yes, known), bool(no, known));
      case Expr.Invalid _ -> Cel.TRUE;
      case Expr.Constant _,
          Expr.Variable _,
          Expr.Attribute _,
          Expr.Member _,
          Expr.Carrier _,
          Expr.Present _,
          Expr.Joined _,
          Expr.Data _,
          Expr.Text _,
          Expr.Elements _,
          Expr.Has _,
          Expr.Comparison _,
          Expr.Membership _,
          Expr.TextTest _,
          Expr.Arithmetic _,
          Expr.Quantified _,
          Expr.Count _,
          Expr.Placed _,
          Expr.Members _,
          Expr.Deployed _,
          Expr.Exemptions _,
          Expr.Today _,
          Expr.ComplianceOf _,
          Expr.FleetCluster _,
          Expr.Cel _ ->
          Cel.all(terms(expr, known));
    };
  }

  /** What an operand needs to be there is known to the operands behind it. */
  private Cel and(List<Expr> operands, Set<Cel> known) throws NotExpressible {
    List<Cel> parts = new ArrayList<>();
    Set<Cel> established = new LinkedHashSet<>(known);
    for (Expr operand : operands) {
      List<Cel> terms =
          operand instanceof Expr.And || operand instanceof Expr.Or || operand instanceof Expr.Not
              ? List.of(bool(operand, established))
              : terms(operand, established);
      parts.addAll(terms);
      established.addAll(terms);
    }
    return Cel.all(parts);
  }

  /** The guards of an atom that are not known yet, and the atom. */
  private List<Cel> terms(Expr atom, Set<Cel> known) throws NotExpressible {
    if (atom instanceof Expr.Conditional) {
      return List.of(bool(atom, known));
    }
    Set<Cel> guards = new LinkedHashSet<>();
    Cel body = atom(atom, guards, known);
    guards.removeAll(known);
    List<Cel> terms = new ArrayList<>(guards);
    if (!body.equals(Cel.TRUE) || terms.isEmpty()) {
      terms.add(body);
    }
    return terms;
  }

  private Cel atom(Expr atom, Set<Cel> guards, Set<Cel> known) throws NotExpressible {
    return switch (atom) {
      case Expr.Present(Expr value, _) -> present(value, guards);
      case Expr.Has(Expr.Attribute attribute, _) -> present(attribute, guards);
      case Comparison comparison -> comparison(comparison, guards);
      case TextTest test -> textTest(test, guards);
      case Expr.Membership membership -> membership(membership, guards, known);
      case Expr.Quantified quantified -> quantified(quantified, known);
      default -> {
        Cel value = values.read(atom, guards);
        yield atom.type().present() == Simple.ANY
            ? Cel.relation(value.in(Rank.SUM) + " == true")
            : value;
      }
    };
  }

  private Cel present(Expr value, Set<Cel> guards) throws NotExpressible {
    values.readRaw(value, guards);
    return Cel.TRUE;
  }

  private Cel comparison(Comparison comparison, Set<Cel> guards) throws NotExpressible {
    Expr left = comparison.left();
    Expr right = comparison.right();
    Type type =
        left.type().present() == Simple.ANY ? right.type().present() : left.type().present();
    Cel l = values.operand(left, type, comparison.relation(), guards);
    Cel r = values.operand(right, type, comparison.relation(), guards);
    String symbol = comparison.relation().symbol();
    if (type == Simple.QUANTITY || type == Simple.VERSION) {
      return Cel.relation("%s.compareTo(%s) %s 0".formatted(l.in(Rank.PRIMARY), r.text(), symbol));
    }
    return Cel.relation(l.in(Rank.SUM) + " " + symbol + " " + r.in(Rank.SUM));
  }

  private Cel membership(Expr.Membership membership, Set<Cel> guards, Set<Cel> known)
      throws NotExpressible {
    Type type = membership.element().type().present();
    boolean byValue = type == Simple.QUANTITY || type == Simple.VERSION || type == Simple.CLUSTER;
    if (byValue) {
      Variable element = new Variable("x", type, membership.origin());
      Comparison equal =
          new Comparison(Relation.EQUAL, element, membership.element(), membership.origin());
      return quantified(
          new Expr.Quantified(
              Quantifier.ANY, element, membership.list(), equal, membership.origin()),
          known);
    }
    Cel element = values.operand(membership.element(), type, Relation.EQUAL, guards);
    return Cel.relation(
        element.in(Rank.SUM) + " in " + list(membership.list(), known).in(Rank.SUM));
  }

  private Cel textTest(TextTest test, Set<Cel> guards) throws NotExpressible {
    Cel left = values.text(test.left(), guards);
    String call =
        switch (test.relation()) {
          case CONTAINS -> "contains";
          case STARTS_WITH -> "startsWith";
          case ENDS_WITH -> "endsWith";
          case MATCHES, LIKE -> "matches";
        };
    boolean pattern =
        test.relation() == TextRelation.MATCHES || test.relation() == TextRelation.LIKE;
    String right = pattern ? quoted(pattern(test)) : values.text(test.right(), guards).text();
    return Cel.primary("%s.%s(%s)".formatted(left.in(Rank.PRIMARY), call, right));
  }

  private static String pattern(TextTest test) throws NotExpressible {
    if (!(test.right() instanceof Constant(StringValue(String pattern), _))) {
      throw new NotExpressible(test.origin(), false);
    }
    return test.relation() == TextRelation.LIKE ? TextPatterns.likeAsRegex(pattern) : pattern;
  }

  private Cel quantified(Expr.Quantified quantified, Set<Cel> known) throws NotExpressible {
    Cel list = list(quantified.list(), known);
    String name = variables.declare(quantified.variable());
    Cel body = bool(quantified.body(), known);
    variables.release(quantified.variable());
    String macro = quantified.quantifier() == Quantifier.ANY ? "exists" : "all";
    return Cel.primary("%s.%s(%s, %s)".formatted(list.in(Rank.PRIMARY), macro, name, body.text()));
  }

  Cel count(Expr.Count count) throws NotExpressible {
    Cel list = list(count.list(), Set.of());
    String name = variables.declare(count.variable());
    Cel body = bool(count.body(), Set.of());
    variables.release(count.variable());
    String selected =
        body.equals(Cel.TRUE)
            ? list.in(Rank.PRIMARY)
            : "%s.filter(%s, %s)".formatted(list.in(Rank.PRIMARY), name, body.text());
    return Cel.primary(selected + ".size()");
  }

  /** A list that is absent counts as an empty one. */
  Cel list(Expr list, Set<Cel> known) throws NotExpressible {
    return switch (list) {
      case Member member -> {
        CelPath path = values.path(member, new LinkedHashSet<>());
        yield member.type() == Simple.ANY ? anyList(member, known) : absentAsEmpty(path, known);
      }
      case Expr.Joined(List<Expr> lists, _, _) -> {
        List<String> parts = new ArrayList<>();
        for (Expr each : lists) {
          parts.add(list(each, known).in(Rank.SUM));
        }
        yield new Cel(String.join(" + ", parts), Rank.SUM);
      }
      default -> {
        Set<Cel> guards = new LinkedHashSet<>();
        Cel value = values.read(list, guards);
        guards.removeAll(known);
        yield guards.isEmpty()
            ? value
            : Cel.conditional(Cel.all(List.copyOf(guards)), value, Cel.primary("[]"));
      }
    };
  }

  private static Cel absentAsEmpty(CelPath path, Set<Cel> known) {
    boolean there = path.certain() || known.contains(Cel.guard(path.test()));
    return Cel.primary(there ? path.plain() : path.optional() + ".orValue([])");
  }

  private Cel anyList(Member member, Set<Cel> known) throws NotExpressible {
    Set<Cel> guards = new LinkedHashSet<>();
    Cel value = values.readRaw(member, guards);
    guards.add(Cel.guard("type(" + value.text() + ") == list"));
    guards.removeAll(known);
    return guards.isEmpty()
        ? value
        : Cel.conditional(Cel.all(List.copyOf(guards)), value, Cel.primary("[]"));
  }
}
