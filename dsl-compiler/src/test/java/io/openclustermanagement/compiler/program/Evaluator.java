package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.compiler.program.Expr.Arithmetic;
import io.openclustermanagement.compiler.program.Expr.Attribute;
import io.openclustermanagement.compiler.program.Expr.Comparison;
import io.openclustermanagement.compiler.program.Expr.Conditional;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Count;
import io.openclustermanagement.compiler.program.Expr.Elements;
import io.openclustermanagement.compiler.program.Expr.FleetCluster;
import io.openclustermanagement.compiler.program.Expr.Has;
import io.openclustermanagement.compiler.program.Expr.Members;
import io.openclustermanagement.compiler.program.Expr.Membership;
import io.openclustermanagement.compiler.program.Expr.Operator;
import io.openclustermanagement.compiler.program.Expr.Placed;
import io.openclustermanagement.compiler.program.Expr.Quantified;
import io.openclustermanagement.compiler.program.Expr.Quantifier;
import io.openclustermanagement.compiler.program.Expr.Relation;
import io.openclustermanagement.compiler.program.Expr.Text;
import io.openclustermanagement.compiler.program.Expr.TextTest;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.Value.BoolValue;
import io.openclustermanagement.compiler.program.Value.IntValue;
import io.openclustermanagement.compiler.program.Value.ListValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reference for the meaning of expressions, naive and direct: what a condition says of a
 * cluster, what an expectation says of a simulation. A comparison, membership or text test with an
 * absent operand is false.
 */
public final class Evaluator {

  /** What an expression can be: a value, or a cluster, which is no value of the language. */
  private sealed interface Datum {
    record Plain(Value value) implements Datum {}

    record Cluster(ManagedCluster cluster) implements Datum {}
  }

  private final World world;
  private final Map<String, Datum> variables;

  private Evaluator(World world, Map<String, Datum> variables) {
    this.world = world;
    this.variables = variables;
  }

  /** Whether a condition of a {@code where} holds for a cluster. */
  public static boolean holds(Expr condition, ManagedCluster cluster, World world) {
    return new Evaluator(world, Map.of(Variable.CLUSTER, new Datum.Cluster(cluster)))
        .test(condition);
  }

  /** Whether an expectation holds. */
  public static boolean holds(Expr expectation, World world) {
    return new Evaluator(world, Map.of()).test(expectation);
  }

  private boolean test(Expr expr) {
    return switch (expr) {
      case Expr.Not(Expr operand, _) -> !test(operand);
      case Expr.And(List<Expr> operands, _) -> operands.stream().allMatch(this::test);
      case Expr.Or(List<Expr> operands, _) -> operands.stream().anyMatch(this::test);
      case Conditional(Expr condition, Expr yes, Expr no, _) ->
          test(condition) ? test(yes) : test(no);
      case Comparison comparison -> compare(comparison);
      case Membership membership -> contains(membership);
      case TextTest test -> text(test);
      case Has(Attribute attribute, _) -> datum(attribute).isPresent();
      case Quantified quantified -> quantified(quantified);
      case Expr.Cel(String expression, _) -> cel(expression);
      case Constant _, Variable _, Attribute _ ->
          value(expr).filter(value -> value.equals(new BoolValue(true))).isPresent();
      case Expr.Invalid _,
          Text _,
          Elements _,
          Arithmetic _,
          Count _,
          Placed _,
          Members _,
          FleetCluster _,
          Expr.Member _,
          Expr.Carrier _,
          Expr.Present _,
          Expr.Joined _,
          Expr.Data _,
          Expr.Deployed _,
          Expr.Exemptions _,
          Expr.Today _,
          Expr.ComplianceOf _ ->
          false;
    };
  }

  private boolean cel(String expression) {
    return variables.get(Variable.CLUSTER) instanceof Datum.Cluster(ManagedCluster cluster)
        && world.cel(expression, cluster);
  }

  private boolean compare(Comparison comparison) {
    Optional<Datum> left = datum(comparison.left());
    Optional<Datum> right = datum(comparison.right());
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    return comparison.relation() == Relation.EQUAL
        ? same(left.get(), right.get())
        : left.get() instanceof Datum.Plain(Value l)
            && right.get() instanceof Datum.Plain(Value r)
            && comparison.relation().holds(Values.compare(l, r));
  }

  private static boolean same(Datum left, Datum right) {
    return switch (left) {
      case Datum.Plain(Value l) -> right instanceof Datum.Plain(Value r) && Values.equal(l, r);
      case Datum.Cluster(ManagedCluster l) ->
          right instanceof Datum.Cluster(ManagedCluster r) && name(l).equals(name(r));
    };
  }

  private static String name(ManagedCluster cluster) {
    return cluster.metadata().name();
  }

  private boolean contains(Membership membership) {
    List<Datum> list = list(membership.list());
    if (membership.element() instanceof FleetCluster(String fleetName, _)) {
      List<ManagedCluster> meant = world.fleetCluster(fleetName);
      return !meant.isEmpty()
          && meant.stream()
              .allMatch(each -> list.stream().anyMatch(in -> same(new Datum.Cluster(each), in)));
    }
    return datum(membership.element())
        .filter(element -> list.stream().anyMatch(each -> same(element, each)))
        .isPresent();
  }

  private boolean text(TextTest test) {
    Optional<String> left = string(test.left());
    Optional<String> right = string(test.right());
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    return switch (test.relation()) {
      case CONTAINS -> left.get().contains(right.get());
      case STARTS_WITH -> left.get().startsWith(right.get());
      case ENDS_WITH -> left.get().endsWith(right.get());
      case MATCHES -> TextPatterns.matches(left.get(), right.get());
      case LIKE -> TextPatterns.like(left.get(), right.get());
    };
  }

  private Optional<String> string(Expr expr) {
    return value(expr)
        .flatMap(
            value ->
                value instanceof StringValue(String text) ? Optional.of(text) : Optional.empty());
  }

  private boolean quantified(Quantified quantified) {
    return quantified.quantifier() == Quantifier.ANY
        ? list(quantified.list()).stream()
            .anyMatch(each -> with(quantified.variable(), each).test(quantified.body()))
        : list(quantified.list()).stream()
            .allMatch(each -> with(quantified.variable(), each).test(quantified.body()));
  }

  private Evaluator with(Variable variable, Datum datum) {
    Map<String, Datum> more = new HashMap<>(variables);
    more.put(variable.name(), datum);
    return new Evaluator(world, more);
  }

  private List<Datum> list(Expr expr) {
    return switch (expr) {
      case Placed(GlobalName placement, _) -> clusters(world.placed(placement));
      case Members(GlobalName set, _) -> clusters(world.members(set));
      case Elements(_, List<Expr> elements, _) -> elements.stream().flatMap(this::all).toList();
      case Conditional(Expr condition, Expr yes, Expr no, _) ->
          test(condition) ? list(yes) : list(no);
      default ->
          value(expr).orElse(null) instanceof ListValue(_, List<Value> elements)
              ? elements.stream().<Datum>map(Datum.Plain::new).toList()
              : List.of();
    };
  }

  /** A name of a fleet may stand for several clusters. */
  private Stream<Datum> all(Expr element) {
    return element instanceof FleetCluster(String name, _)
        ? clusters(world.fleetCluster(name)).stream()
        : datum(element).stream();
  }

  private static List<Datum> clusters(List<ManagedCluster> clusters) {
    return clusters.stream().<Datum>map(Datum.Cluster::new).toList();
  }

  private Optional<Value> value(Expr expr) {
    return datum(expr)
        .flatMap(
            datum ->
                datum instanceof Datum.Plain(Value value) ? Optional.of(value) : Optional.empty());
  }

  private Optional<Datum> datum(Expr expr) {
    return switch (expr) {
      case Constant(Value value, _) -> Optional.of(new Datum.Plain(value));
      case Variable(String name, _, _) -> Optional.ofNullable(variables.get(name));
      case Attribute(Expr cluster, Property property, _) ->
          datum(cluster)
              .flatMap(
                  datum ->
                      datum instanceof Datum.Cluster(ManagedCluster found)
                          ? ClusterProperties.read(found, property)
                          : Optional.empty())
              .map(Datum.Plain::new);
      case FleetCluster(String name, _) ->
          world.fleetCluster(name).stream().findFirst().map(Datum.Cluster::new);
      case Text(List<Expr> parts, _) -> concatenated(parts);
      case Arithmetic(Operator operator, _, Expr left, Expr right, _) ->
          value(left)
              .flatMap(l -> value(right).map(r -> Values.compute(operator, l, r)))
              .map(Datum.Plain::new);
      case Conditional(Expr condition, Expr yes, Expr no, _) ->
          test(condition) ? datum(yes) : datum(no);
      case Count count ->
          Optional.of(
              new Datum.Plain(
                  new IntValue(
                      list(count.list()).stream()
                          .filter(each -> with(count.variable(), each).test(count.body()))
                          .count())));
      case Expr.Not _,
          Expr.And _,
          Expr.Or _,
          Comparison _,
          Membership _,
          TextTest _,
          Has _,
          Quantified _,
          Expr.Cel _ ->
          Optional.of(new Datum.Plain(new BoolValue(test(expr))));
      case Expr.Invalid _,
          Elements _,
          Placed _,
          Members _,
          Expr.Member _,
          Expr.Carrier _,
          Expr.Present _,
          Expr.Joined _,
          Expr.Data _,
          Expr.Deployed _,
          Expr.Exemptions _,
          Expr.Today _,
          Expr.ComplianceOf _ ->
          Optional.empty();
    };
  }

  private Optional<Datum> concatenated(List<Expr> parts) {
    StringBuilder text = new StringBuilder();
    for (Expr part : parts) {
      Optional<String> piece = value(part).map(Values::text);
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      text.append(piece.get());
    }
    return Optional.of(new Datum.Plain(new StringValue(text.toString())));
  }
}
