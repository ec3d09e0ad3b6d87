package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.And;
import io.openclustermanagement.compiler.program.Expr.Attribute;
import io.openclustermanagement.compiler.program.Expr.Comparison;
import io.openclustermanagement.compiler.program.Expr.Conditional;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Membership;
import io.openclustermanagement.compiler.program.Expr.Not;
import io.openclustermanagement.compiler.program.Expr.Or;
import io.openclustermanagement.compiler.program.Expr.Relation;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.BoolValue;
import io.openclustermanagement.compiler.program.Value.ListValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A condition in negation normal form: {@code and} and {@code or} over atoms, of which some are
 * negated. Negation is pushed inwards exactly, because truth is two-valued.
 */
sealed interface Normal {

  Origin origin();

  /** Always or never. */
  record Truth(boolean value, Origin origin) implements Normal {}

  record All(List<Normal> operands, Origin origin) implements Normal {
    public All {
      operands = List.copyOf(operands);
    }
  }

  record Some(List<Normal> operands, Origin origin) implements Normal {
    public Some {
      operands = List.copyOf(operands);
    }
  }

  /** A test that only CEL can make. */
  record Test(Expr atom, boolean positive, Origin origin) implements Normal {}

  /**
   * A test of a label or a claim that a selector can make.
   *
   * @param simple whether it was an equality with one value, which {@code matchLabels} can say
   */
  record Selector(
      Property property, LabelSelectorRequirement requirement, boolean simple, Origin origin)
      implements Normal {

    boolean isLabel() {
      return property instanceof Property.Label;
    }
  }

  /** The normal form of a condition. */
  static Normal of(Expr condition) {
    return of(condition, true);
  }

  private static Normal of(Expr expr, boolean positive) {
    return switch (expr) {
      case Not(Expr operand, Origin origin) -> relocated(of(operand, !positive), operand, origin);
      case And(List<Expr> operands, Origin origin) -> join(operands, positive, positive, origin);
      case Or(List<Expr> operands, Origin origin) -> join(operands, positive, !positive, origin);
      case Constant(BoolValue(boolean value), Origin origin) ->
          new Truth(value == positive, origin);
      case Conditional(Expr condition, Expr yes, Expr no, Origin origin) ->
          new Some(
              List.of(
                  new All(List.of(of(condition, true), of(yes, positive)), origin),
                  new All(List.of(of(condition, false), of(no, positive)), origin)),
              origin);
      // Reported already: nothing more is to be said about it.
      case Expr.Invalid(Origin origin) -> new Truth(true, origin);
      case Membership membership when !isText(membership) -> alternatives(membership, positive);
      case Comparison _,
          Membership _,
          Expr.Has _,
          Expr.TextTest _,
          Attribute _,
          Expr.Cel _,
          Expr.Quantified _,
          Expr.Constant _,
          Expr.Variable _,
          Expr.Text _,
          Expr.Elements _,
          Expr.Arithmetic _,
          Expr.Count _,
          Expr.Placed _,
          Expr.Members _,
          Expr.FleetCluster _,
          Expr.Member _,
          Expr.Carrier _,
          Expr.Present _,
          Expr.Joined _,
          Expr.Data _,
          Expr.Deployed _,
          Expr.Exemptions _,
          Expr.Today _,
          Expr.ComplianceOf _ ->
          selector(expr, positive)
              .<Normal>map(each -> each)
              .orElseGet(() -> new Test(expr, positive, expr.origin()));
    };
  }

  /** The term of a negated atom includes the {@code not}. */
  private static Normal relocated(Normal normal, Expr operand, Origin origin) {
    boolean inside = !origin.span().file().equals(operand.origin().span().file());
    if (inside) {
      return normal;
    }
    return switch (normal) {
      case Test(Expr atom, boolean positive, _) -> new Test(atom, positive, origin);
      case Selector(Property property, LabelSelectorRequirement requirement, boolean simple, _) ->
          new Selector(property, requirement, simple, origin);
      case Truth _, All _, Some _ -> normal;
    };
  }

  private static Normal join(List<Expr> operands, boolean positive, boolean all, Origin origin) {
    List<Normal> parts = new ArrayList<>();
    for (Expr operand : operands) {
      Normal part = of(operand, positive);
      if (all && part instanceof All(List<Normal> inner, _)) {
        parts.addAll(inner);
      } else if (!all && part instanceof Some(List<Normal> inner, _)) {
        parts.addAll(inner);
      } else {
        parts.add(part);
      }
    }
    return all ? new All(parts, origin) : some(parts, origin);
  }

  /** Alternatives over one label or claim are one requirement. */
  private static Normal some(List<Normal> parts, Origin origin) {
    List<Normal> merged = new ArrayList<>();
    for (Normal part : parts) {
      if (!merged.isEmpty()
          && merged.getLast() instanceof Selector before
          && part instanceof Selector after
          && isIn(before)
          && isIn(after)
          && before.property().equals(after.property())) {
        merged.set(merged.size() - 1, union(before, after));
      } else {
        merged.add(part);
      }
    }
    return merged.size() == 1 ? merged.getFirst() : new Some(merged, origin);
  }

  private static boolean isIn(Selector selector) {
    return selector.requirement().operator().equals(LabelSelectorRequirement.IN);
  }

  private static Selector union(Selector before, Selector after) {
    List<String> values =
        Stream.concat(before.requirement().values().stream(), after.requirement().values().stream())
            .distinct()
            .toList();
    Origin origin =
        before.origin().span().file() == after.origin().span().file()
            ? new Origin(before.origin().span().to(after.origin().span()))
            : before.origin();
    return new Selector(
        before.property(),
        new LabelSelectorRequirement(
            before.requirement().key(), LabelSelectorRequirement.IN, values),
        false,
        origin);
  }

  private static boolean isText(Membership membership) {
    return membership.list().type().equals(new ListOf(Simple.STRING));
  }

  /** Membership among versions or quantities is a choice of equalities. */
  private static Normal alternatives(Membership membership, boolean positive) {
    Origin origin = membership.origin();
    if (!(membership.list() instanceof Constant(ListValue(_, List<Value> values), _))) {
      return new Test(membership, positive, origin);
    }
    List<Normal> tests =
        values.stream()
            .map(
                value ->
                    of(
                        new Comparison(
                            Relation.EQUAL,
                            membership.element(),
                            new Constant(value, origin),
                            origin),
                        positive))
            .toList();
    return positive ? new Some(tests, origin) : new All(tests, origin);
  }

  // What selectors can say.

  private static Optional<Selector> selector(Expr atom, boolean positive) {
    return switch (atom) {
      case Comparison(Relation relation, Expr left, Expr right, Origin origin)
          when relation == Relation.EQUAL ->
          equality(left, right, positive, origin).or(() -> equality(right, left, positive, origin));
      case Membership(Expr element, Constant(ListValue(_, List<Value> values), _), Origin origin)
          when element instanceof Attribute attribute ->
          requirement(attribute.property(), values, positive, false, origin);
      case Expr.Has(Attribute attribute, Origin origin) ->
          selector(
              attribute.property(),
              positive ? LabelSelectorRequirement.EXISTS : LabelSelectorRequirement.DOES_NOT_EXIST,
              List.of(),
              false,
              origin);
      default -> Optional.empty();
    };
  }

  private static Optional<Selector> equality(
      Expr left, Expr right, boolean positive, Origin origin) {
    return left instanceof Attribute attribute && right instanceof Constant(Value value, _)
        ? requirement(attribute.property(), List.of(value), positive, positive, origin)
        : Optional.empty();
  }

  private static Optional<Selector> requirement(
      Property property, List<Value> values, boolean positive, boolean simple, Origin origin) {
    List<String> texts = new ArrayList<>();
    for (Value value : values) {
      if (!(value instanceof StringValue(String text)) || !Selectors.isSelectable(text)) {
        return Optional.empty();
      }
      texts.add(text);
    }
    String operator = positive ? LabelSelectorRequirement.IN : LabelSelectorRequirement.NOT_IN;
    return selector(property, operator, texts, simple, origin);
  }

  private static Optional<Selector> selector(
      Property property, String operator, List<String> values, boolean simple, Origin origin) {
    return switch (property) {
      case Property.Label(String key) ->
          Optional.of(
              new Selector(
                  property, new LabelSelectorRequirement(key, operator, values), simple, origin));
      case Property.Claim(String key) when Selectors.isSelectableKey(key) ->
          Optional.of(
              new Selector(
                  property, new LabelSelectorRequirement(key, operator, values), simple, origin));
      case Property.Claim _,
          Property.Allocatable _,
          Property.Capacity _,
          Property.KubernetesVersion _,
          Property.Name _,
          Property.Available _ ->
          Optional.empty();
    };
  }
}
