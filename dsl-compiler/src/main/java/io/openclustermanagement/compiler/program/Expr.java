package io.openclustermanagement.compiler.program;

import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A typed expression. What could be computed while compiling has been: parameters, functions,
 * constants and quantifiers over constant lists are gone.
 *
 * <p>Truth is two-valued: a comparison, membership or text test with an absent operand (a label,
 * claim, version or resource that the cluster lacks) is false, and {@link Not} is the exact
 * negation.
 */
public sealed interface Expr {

  Type type();

  Origin origin();

  /** A constant. */
  record Constant(Value value, Origin origin) implements Expr {
    @Override
    public Type type() {
      return value.type();
    }
  }

  /** A variable of a quantifier or a parameter of a function, or the cluster of a {@code where}. */
  record Variable(String name, Type type, Origin origin) implements Expr {
    /** The name of the cluster that a {@code where} speaks about. */
    public static final String CLUSTER = "cluster";
  }

  /** What has been reported already; occurs only in programs that have errors. */
  record Invalid(Origin origin) implements Expr {
    @Override
    public Type type() {
      return Simple.ERROR;
    }
  }

  /** A property of a cluster; its value is absent where the cluster lacks it. */
  record Attribute(Expr cluster, Property property, Origin origin) implements Expr {
    public Attribute {
      require(cluster, Simple.CLUSTER);
    }

    @Override
    public Type type() {
      return property.type();
    }
  }

  /**
   * A member of a structure, a map or a list; absent where the target is absent or lacks it.
   *
   * @param key a constant text for a field, a text for an entry of a map, a number for an element
   * @param type {@link Type.OptionalOf} where it may be absent, the plain type where it is known to
   *     be there
   */
  record Member(Expr target, Expr key, Shape.Presence presence, Type type, Origin origin)
      implements Expr {

    /** The name of the field or entry, empty if it is computed or a number. */
    public Optional<String> name() {
      return key instanceof Constant(Value.StringValue(String text), _)
          ? Optional.of(text)
          : Optional.empty();
    }
  }

  /** The resource that carries a pod or a template of pods. */
  record Carrier(Expr pod, Type type, Origin origin) implements Expr {}

  /** Whether a value is there. */
  record Present(Expr value, Origin origin) implements Expr {
    @Override
    public Type type() {
      return Simple.BOOL;
    }
  }

  /** Lists one after the other; those that are absent count as empty. */
  record Joined(List<Expr> lists, Type elementType, Origin origin) implements Expr {
    public Joined {
      lists = List.copyOf(lists);
    }

    @Override
    public Type type() {
      return new ListOf(elementType);
    }
  }

  /** The value of a parameter that travels as data of a rule. */
  record Data(GlobalName parameter, Value value, Origin origin) implements Expr {
    @Override
    public Type type() {
      return value.type();
    }
  }

  /** Text put together from the texts of parts; absent if one of them is. */
  record Text(List<Expr> parts, Origin origin) implements Expr {
    public Text {
      parts = List.copyOf(parts);
      if (parts.stream().anyMatch(part -> !hasText(part.type()))) {
        throw new IllegalArgumentException("a structure has no text");
      }
    }

    @Override
    public Type type() {
      return Simple.STRING;
    }
  }

  /** A list whose elements are not all constant. */
  record Elements(Type elementType, List<Expr> elements, Origin origin) implements Expr {
    public Elements {
      elements = List.copyOf(elements);
      for (Expr element : elements) {
        require(element, elementType);
      }
    }

    @Override
    public Type type() {
      return new ListOf(elementType);
    }
  }

  /** Whether a cluster has the property. */
  record Has(Attribute attribute, Origin origin) implements Expr {
    @Override
    public Type type() {
      return Simple.BOOL;
    }
  }

  record Not(Expr operand, Origin origin) implements Expr {
    public Not {
      require(operand, Simple.BOOL);
    }

    @Override
    public Type type() {
      return Simple.BOOL;
    }
  }

  record And(List<Expr> operands, Origin origin) implements Expr {
    public And {
      operands = List.copyOf(operands);
      operands.forEach(operand -> require(operand, Simple.BOOL));
    }

    @Override
    public Type type() {
      return Simple.BOOL;
    }
  }

  record Or(List<Expr> operands, Origin origin) implements Expr {
    public Or {
      operands = List.copyOf(operands);
      operands.forEach(operand -> require(operand, Simple.BOOL));
    }

    @Override
    public Type type() {
      return Simple.BOOL;
    }
  }

  /** {@code if condition then positive else negative}. */
  record Conditional(Expr condition, Expr positive, Expr negative, Origin origin) implements Expr {
    public Conditional {
      require(condition, Simple.BOOL);
      require(negative, positive.type());
    }

    @Override
    public Type type() {
      return positive.type();
    }
  }

  /** A comparison; {@code !=} is the negation of {@code ==}. */
  record Comparison(Relation relation, Expr left, Expr right, Origin origin) implements Expr {
    public Comparison {
      require(right.type().present(), left.type().present());
      if (relation != Relation.EQUAL && !left.type().isOrdered()) {
        throw new IllegalArgumentException(left.type() + " has no order");
      }
    }

    @Override
    public Type type() {
      return Simple.BOOL;
    }
  }

  /** Whether a list contains an element. */
  record Membership(Expr element, Expr list, Origin origin) implements Expr {
    public Membership {
      require(list.type().present(), new ListOf(element.type().present()));
    }

    @Override
    public Type type() {
      return Simple.BOOL;
    }
  }

  /** A test of two texts. */
  record TextTest(TextRelation relation, Expr left, Expr right, Origin origin) implements Expr {
    public TextTest {
      require(left.type().present(), Simple.STRING);
      require(right.type().present(), Simple.STRING);
    }

    @Override
    public Type type() {
      return Simple.BOOL;
    }
  }

  /** Arithmetic on two operands of the given type. */
  record Arithmetic(Operator operator, Type type, Expr left, Expr right, Origin origin)
      implements Expr {}

  /** Whether some or every element of a list has a property. */
  record Quantified(Quantifier quantifier, Variable variable, Expr list, Expr body, Origin origin)
      implements Expr {
    public Quantified {
      require(list.type().present(), new ListOf(variable.type()));
      require(body, Simple.BOOL);
    }

    @Override
    public Type type() {
      return Simple.BOOL;
    }
  }

  /** How many elements of a list have a property. */
  record Count(Variable variable, Expr list, Expr body, Origin origin) implements Expr {
    public Count {
      require(list.type().present(), new ListOf(variable.type()));
      require(body, Simple.BOOL);
    }

    @Override
    public Type type() {
      return Simple.INT;
    }
  }

  /** The clusters that a placement chooses, in the order of their selection. */
  record Placed(GlobalName placement, Origin origin) implements Expr {
    @Override
    public Type type() {
      return new ListOf(Simple.CLUSTER);
    }
  }

  /** The clusters of a cluster set, by name. */
  record Members(GlobalName clusterSet, Origin origin) implements Expr {
    @Override
    public Type type() {
      return new ListOf(Simple.CLUSTER);
    }
  }

  /** The clusters that a deployment was rolled out to. */
  record Deployed(GlobalName deployment, Origin origin) implements Expr {
    @Override
    public Type type() {
      return new ListOf(Simple.CLUSTER);
    }
  }

  /** All exemptions of the hub. */
  record Exemptions(Type elementType, Origin origin) implements Expr {
    @Override
    public Type type() {
      return new ListOf(elementType);
    }
  }

  /** The day on which a fleet rule is evaluated. */
  record Today(Origin origin) implements Expr {
    @Override
    public Type type() {
      return Simple.DATE;
    }
  }

  /**
   * What a policy or a policy set found on a cluster.
   *
   * @param set whether it is a policy set
   */
  record ComplianceOf(Expr cluster, GlobalName policy, boolean set, Origin origin) implements Expr {
    public ComplianceOf {
      require(cluster, Simple.CLUSTER);
    }

    @Override
    public Type type() {
      return Simple.COMPLIANCE;
    }
  }

  /** A cluster of the fleet that a test runs on. */
  record FleetCluster(String name, Origin origin) implements Expr {
    @Override
    public Type type() {
      return Simple.CLUSTER;
    }
  }

  /** A CEL expression of the author's own, which only the placement engine can evaluate. */
  record Cel(String expression, Origin origin) implements Expr {
    @Override
    public Type type() {
      return Simple.BOOL;
    }
  }

  /** How two values compare. */
  enum Relation {
    EQUAL("=="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    /** Whether it holds for two values whose comparison gives {@code order}. */
    public boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
      };
    }

    /** The relation that holds with the operands exchanged. */
    public Relation mirrored() {
      return switch (this) {
        case EQUAL -> EQUAL;
        case LESS -> GREATER;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case GREATER -> LESS;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      };
    }
  }

  /** How two texts are compared; {@code like} is a pattern with {@code *} and {@code ?}. */
  enum TextRelation {
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    MATCHES,
    LIKE
  }

  /** The four operations. */
  enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE
  }

  /** Which elements must have the property; {@code no} is the negation of {@code any}. */
  enum Quantifier {
    ANY,
    EVERY
  }

  private static void require(Expr operand, Type wanted) {
    require(operand.type(), wanted);
  }

  private static void require(Type found, Type wanted) {
    if (!found.fits(wanted)) {
      throw new IllegalArgumentException(found + " instead of " + wanted);
    }
  }

  /** Whether values of a type have a text that a message can show. */
  static boolean hasText(Type type) {
    return switch (type) {
      case Simple simple -> simple != Simple.CLUSTER;
      case Type.OptionalOf(Type value) -> hasText(value);
      case ListOf(Type element) -> hasText(element);
      case Type.MapOf(Type value) -> hasText(value);
      case Type.Struct _ -> false;
    };
  }
}
