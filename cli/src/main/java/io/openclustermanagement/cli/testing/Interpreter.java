package io.openclustermanagement.cli.testing;

import io.openclustermanagement.api.cluster.ClusterConditions;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.ConditionStatus;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.compiler.program.Compliance;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.TextPatterns;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Values;
import io.openclustermanagement.compiler.program.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of expressions, as directly as it can be written down. A value that a cluster lacks
 * is absent; a comparison, membership or text test with an absent operand is false; {@code not} is
 * the exact negation.
 */
final class Interpreter {
  private final World world;

  /** What expressions can ask about. */
  interface World {
    /** A cluster by its name on the hub. */
    ManagedCluster cluster(String name);

    /** The clusters that a placement chooses, in the order of their selection. */
    List<ManagedCluster> placed(GlobalName placement);

    /** The clusters of a set, by name. */
    List<ManagedCluster> members(GlobalName clusterSet);

    /**
     * How a cluster stands with a policy.
     *
     * @param set whether it is a policy set
     */
    Compliance compliance(String cluster, GlobalName policy, boolean set);
  }

  /** What an expression has for a value while it is evaluated: a constant, a cluster or a list. */
  private sealed interface Thing {
    record Constant(Value value) implements Thing {}

    record Cluster(ManagedCluster cluster) implements Thing {}

    record Items(List<Thing> items) implements Thing {}

    record Absent() implements Thing {}
  }

  private static final Thing ABSENT = new Thing.Absent();

  Interpreter(World world) {
    this.world = world;
  }

  /** Whether a condition holds that speaks about no particular cluster. */
  boolean holds(Expr condition) {
    return truth(condition, Map.of());
  }

  /** Whether the condition of a {@code where} holds for a cluster. */
  boolean holds(Expr condition, ManagedCluster cluster) {
    return truth(condition, Map.of(Expr.Variable.CLUSTER, new Thing.Cluster(cluster)));
  }

  /** The value of an expression as the language writes it; {@code absent} when it has none. */
  String text(Expr expression) {
    return text(eval(expression, Map.of()));
  }

  private static String text(Thing thing) {
    return switch (thing) {
      case Thing.Constant(Value value) -> Values.text(value);
      case Thing.Cluster(ManagedCluster cluster) -> cluster.metadata().name();
      case Thing.Items(List<Thing> items) ->
          items.stream().map(Interpreter::text).toList().toString();
      case Thing.Absent() -> "absent";
    };
  }

  private boolean truth(Expr condition, Map<String, Thing> variables) {
    return eval(condition, variables) instanceof Thing.Constant(Value.BoolValue(boolean value))
        && value;
  }

  private Thing eval(Expr expression, Map<String, Thing> variables) {
    return switch (expression) {
      case Expr.Constant(Value value, _) -> constant(value);
      case Expr.Variable variable -> variables.getOrDefault(variable.name(), ABSENT);
      case Expr.Attribute(Expr cluster, Property property, _) ->
          attribute(eval(cluster, variables), property);
      case Expr.Text text -> concatenation(text, variables);
      case Expr.Elements elements ->
          new Thing.Items(elements.elements().stream().map(e -> eval(e, variables)).toList());
      case Expr.Has has -> bool(!(eval(has.attribute(), variables) instanceof Thing.Absent));
      case Expr.Not(Expr operand, _) -> bool(!truth(operand, variables));
      case Expr.And and -> bool(and.operands().stream().allMatch(e -> truth(e, variables)));
      case Expr.Or or -> bool(or.operands().stream().anyMatch(e -> truth(e, variables)));
      case Expr.Conditional choice ->
          eval(
              truth(choice.condition(), variables) ? choice.positive() : choice.negative(),
              variables);
      case Expr.Comparison c ->
          bool(related(eval(c.left(), variables), eval(c.right(), variables), compared(c)));
      case Expr.Membership in -> bool(isMember(in, variables));
      case Expr.TextTest test ->
          bool(related(eval(test.left(), variables), eval(test.right(), variables), text(test)));
      case Expr.Arithmetic sum ->
          arithmetic(sum, eval(sum.left(), variables), eval(sum.right(), variables));
      case Expr.Quantified all -> bool(quantified(all, variables));
      case Expr.Count count -> new Thing.Constant(new Value.IntValue(count(count, variables)));
      case Expr.Placed(GlobalName placement, _) -> clusters(world.placed(placement));
      case Expr.Members(GlobalName set, _) -> clusters(world.members(set));
      case Expr.FleetCluster(String name, _) -> new Thing.Cluster(world.cluster(name));
      case Expr.ComplianceOf state -> compliance(state, eval(state.cluster(), variables));
      case Expr.Cel _,
          Expr.Invalid _,
          Expr.Member _,
          Expr.Carrier _,
          Expr.Present _,
          Expr.Joined _,
          Expr.Data _,
          Expr.Deployed _,
          Expr.Exemptions _,
          Expr.Today _ ->
          throw new IllegalArgumentException("cannot be interpreted: " + expression);
    };
  }

  private Thing compliance(Expr.ComplianceOf state, Thing of) {
    return of instanceof Thing.Cluster(ManagedCluster cluster)
        ? new Thing.Constant(
            new Value.ComplianceValue(
                world.compliance(cluster.metadata().name(), state.policy(), state.set())))
        : ABSENT;
  }

  private static Thing constant(Value value) {
    return value instanceof Value.ListValue(_, List<Value> elements)
        ? new Thing.Items(elements.stream().map(Interpreter::constant).toList())
        : new Thing.Constant(value);
  }

  private static Thing bool(boolean value) {
    return new Thing.Constant(new Value.BoolValue(value));
  }

  private static Thing clusters(List<ManagedCluster> clusters) {
    return new Thing.Items(clusters.stream().<Thing>map(Thing.Cluster::new).toList());
  }

  private static Thing attribute(Thing of, Property property) {
    return of instanceof Thing.Cluster(ManagedCluster cluster)
        ? value(cluster, property).<Thing>map(Thing.Constant::new).orElse(ABSENT)
        : ABSENT;
  }

  private static Optional<Value> value(ManagedCluster cluster, Property property) {
    return switch (property) {
      case Property.Label(String key) -> text(cluster.metadata().labels().get(key));
      case Property.Claim(String key) -> text(cluster.claims().get(key));
      case Property.Allocatable(String resource) -> quantity(cluster.allocatable().get(resource));
      case Property.Capacity(String resource) -> quantity(cluster.capacity().get(resource));
      case Property.KubernetesVersion() -> version(cluster);
      case Property.Name() -> text(cluster.metadata().name());
      case Property.Available() -> Optional.of(new Value.BoolValue(isAvailable(cluster)));
    };
  }

  private static Optional<Value> text(@Nullable String text) {
    return Optional.ofNullable(text).map(Value.StringValue::new);
  }

  private static Optional<Value> quantity(@Nullable Quantity quantity) {
    return Optional.ofNullable(quantity).map(Value.QuantityValue::new);
  }

  private static Optional<Value> version(ManagedCluster cluster) {
    var status = cluster.status();
    if (status == null || status.version() == null || status.version().kubernetes() == null) {
      return Optional.empty();
    }
    return Version.reported(status.version().kubernetes()).map(Value.VersionValue::new);
  }

  private static boolean isAvailable(ManagedCluster cluster) {
    var status = cluster.status();
    return status != null
        && Condition.find(status.conditions(), ClusterConditions.AVAILABLE)
            .filter(condition -> condition.status() == ConditionStatus.TRUE)
            .isPresent();
  }

  private Thing concatenation(Expr.Text text, Map<String, Thing> variables) {
    StringBuilder result = new StringBuilder();
    for (Expr part : text.parts()) {
      Thing thing = eval(part, variables);
      if (thing instanceof Thing.Absent) {
        return ABSENT;
      }
      result.append(text(thing));
    }
    return new Thing.Constant(new Value.StringValue(result.toString()));
  }

  private static BiPredicate<Value, Value> compared(Expr.Comparison comparison) {
    return comparison.relation() == Expr.Relation.EQUAL
        ? Values::equal
        : (left, right) -> comparison.relation().holds(Values.compare(left, right));
  }

  private static BiPredicate<Value, Value> text(Expr.TextTest test) {
    return (left, right) -> {
      String text = Values.text(left);
      String part = Values.text(right);
      return switch (test.relation()) {
        case CONTAINS -> text.contains(part);
        case STARTS_WITH -> text.startsWith(part);
        case ENDS_WITH -> text.endsWith(part);
        case MATCHES -> TextPatterns.matches(text, part);
        case LIKE -> TextPatterns.like(text, part);
      };
    };
  }

  /** Clusters are the same when their names are; everything else is compared by value. */
  private static boolean related(Thing left, Thing right, BiPredicate<Value, Value> relation) {
    if (left instanceof Thing.Cluster(var a) && right instanceof Thing.Cluster(var b)) {
      return a.metadata().name().equals(b.metadata().name());
    }
    if (left instanceof Thing.Items(var a) && right instanceof Thing.Items(var b)) {
      return a.size() == b.size()
          && IntStream.range(0, a.size()).allMatch(i -> related(a.get(i), b.get(i), relation));
    }
    return left instanceof Thing.Constant(Value a)
        && right instanceof Thing.Constant(Value b)
        && relation.test(a, b);
  }

  private boolean isMember(Expr.Membership in, Map<String, Thing> variables) {
    Thing element = eval(in.element(), variables);
    return items(in.list(), variables).stream()
        .anyMatch(item -> related(element, item, Values::equal));
  }

  private List<Thing> items(Expr list, Map<String, Thing> variables) {
    return eval(list, variables) instanceof Thing.Items(List<Thing> items) ? items : List.of();
  }

  private static Thing arithmetic(Expr.Arithmetic sum, Thing left, Thing right) {
    if (!(left instanceof Thing.Constant(Value a) && right instanceof Thing.Constant(Value b))) {
      return ABSENT;
    }
    try {
      return new Thing.Constant(Values.compute(sum.operator(), a, b));
    } catch (ArithmeticException e) {
      // Division by zero or a number that is too large has no value, as an absent label has none.
      return ABSENT;
    }
  }

  private boolean quantified(Expr.Quantified all, Map<String, Thing> variables) {
    Predicate<Thing> body = body(all.variable(), all.body(), variables);
    List<Thing> items = items(all.list(), variables);
    return switch (all.quantifier()) {
      case ANY -> items.stream().anyMatch(body);
      case EVERY -> items.stream().allMatch(body);
    };
  }

  private long count(Expr.Count count, Map<String, Thing> variables) {
    Predicate<Thing> body = body(count.variable(), count.body(), variables);
    return items(count.list(), variables).stream().filter(body).count();
  }

  private Predicate<Thing> body(Expr.Variable variable, Expr body, Map<String, Thing> variables) {
    return item -> {
      Map<String, Thing> inner = new HashMap<>(variables);
      inner.put(variable.name(), item);
      return truth(body, inner);
    };
  }

  /** The parts of a condition whose values explain it, by their text in the source. */
  Map<String, String> values(Expr condition) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Expr part : operands(condition)) {
      if (!(part instanceof Expr.Constant) && part.type() != Type.Simple.ERROR) {
        values.put(part.origin().span().text(), text(part));
      }
    }
    return values;
  }

  private static List<Expr> operands(Expr condition) {
    return switch (condition) {
      case Expr.Comparison c -> List.of(c.left(), c.right());
      case Expr.Membership in -> List.of(in.element(), in.list());
      case Expr.TextTest test -> List.of(test.left(), test.right());
      case Expr.Not(Expr operand, _) -> operands(operand);
      case Expr.And and -> all(and.operands());
      case Expr.Or or -> all(or.operands());
      case Expr.Quantified all -> List.of(all.list());
      case Expr.Has has -> List.of(has.attribute());
      case Expr.Constant _,
          Expr.Variable _,
          Expr.Invalid _,
          Expr.Attribute _,
          Expr.Text _,
          Expr.Elements _,
          Expr.Conditional _,
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
          Expr.ComplianceOf _,
          Expr.Cel _ ->
          List.of(condition);
    };
  }

  private static List<Expr> all(List<Expr> conditions) {
    List<Expr> all = new ArrayList<>();
    conditions.forEach(condition -> all.addAll(operands(condition)));
    return all;
  }
}
