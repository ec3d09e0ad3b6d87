package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known to be there where a condition is known to hold, or not to hold. A test of something
 * absent is false; therefore a test that holds proves that its operands are there.
 */
final class Guards {

  private static final String SEPARATOR = "\u0000";

  private Guards() {}

  /** The paths that are there if the condition has this truth. */
  static Set<String> of(Expr condition, boolean truth) {
    return switch (condition) {
      case Expr.Present(Expr value, _) -> truth ? prefixes(value) : Set.of();
      case Expr.Not(Expr operand, _) -> of(operand, !truth);
      case Expr.And(List<Expr> operands, _) -> truth ? union(operands, true) : Set.of();
      case Expr.Or(List<Expr> operands, _) -> truth ? common(operands) : union(operands, false);
      case Expr.Comparison(_, Expr left, Expr right, _) ->
          truth ? union(prefixes(left), prefixes(right)) : Set.of();
      case Expr.TextTest(_, Expr left, Expr right, _) ->
          truth ? union(prefixes(left), prefixes(right)) : Set.of();
      case Expr.Membership(Expr element, Expr list, _) ->
          truth ? union(prefixes(element), prefixes(list)) : Set.of();
      case Expr.Quantified(Expr.Quantifier quantifier, _, Expr list, _, _) ->
          (quantifier == Expr.Quantifier.ANY) == truth ? prefixes(list) : Set.of();
      case Expr.Constant _,
          Expr.Variable _,
          Expr.Invalid _,
          Expr.Attribute _,
          Expr.Member _,
          Expr.Carrier _,
          Expr.Joined _,
          Expr.Data _,
          Expr.Text _,
          Expr.Elements _,
          Expr.Has _,
          Expr.Conditional _,
          Expr.Arithmetic _,
          Expr.Count _,
          Expr.Placed _,
          Expr.Members _,
          Expr.Deployed _,
          Expr.Exemptions _,
          Expr.Today _,
          Expr.ComplianceOf _,
          Expr.FleetCluster _,
          Expr.Cel _ ->
          Set.of();
    };
  }

  /** The path of a value; empty if it has none that could be asked for again. */
  static Optional<String> path(Expr value) {
    return switch (value) {
      case Expr.Variable variable -> Optional.of(variable.name());
      case Expr.Carrier(Expr pod, _, _) -> path(pod).map(path -> path + SEPARATOR);
      case Expr.Member(Expr target, Expr.Constant(Value key, _), _, _, _) ->
          path(target).map(path -> path + SEPARATOR + Values.text(key));
      default -> Optional.empty();
    };
  }

  private static Set<String> prefixes(Expr value) {
    Set<String> paths = new HashSet<>();
    Expr each = value;
    while (each instanceof Expr.Member member) {
      path(member).ifPresent(paths::add);
      each = member.target();
    }
    return paths;
  }

  private static Set<String> union(List<Expr> operands, boolean truth) {
    Set<String> all = new HashSet<>();
    operands.forEach(each -> all.addAll(of(each, truth)));
    return all;
  }

  private static Set<String> union(Set<String> first, Set<String> second) {
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    return all;
  }

  private static Set<String> common(List<Expr> operands) {
    Set<String> common = new HashSet<>(of(operands.getFirst(), true));
    operands.forEach(each -> common.retainAll(of(each, true)));
    return common;
  }
}
