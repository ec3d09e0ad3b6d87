package io.openclustermanagement.placement.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import io.openclustermanagement.placement.cel.AttributeNode.Qualifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a type-checked syntax tree into steps, as cel-go's {@code interpreter/planner.go}. */
final class Planner {
  static final String MANAGED_CLUSTER = "managedCluster";

  private final CelAbstractSyntaxTree tree;
  private final Map<String, AttributeNode.Root> variables = new HashMap<>();
  private int slots;

  private Planner(CelAbstractSyntaxTree tree, List<String> inputs) {
    this.tree = tree;
    for (int i = 0; i < inputs.size(); i++) {
      variables.put(inputs.get(i), new AttributeNode.Input(i));
    }
  }

  /** A plan and the number of variable slots that it needs. */
  record Plan(Node root, int slots) {}

  /** Upstream cannot make a program of this expression. */
  static final class UnsupportedException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedException(String message) {
      super(message);
    }
  }

  /**
   * @param inputs the names that the expression does not define itself
   */
  static Plan plan(CelAbstractSyntaxTree tree, List<String> inputs) throws UnsupportedException {
    Planner planner = new Planner(tree, inputs);
    Node root = planner.plan(tree.getExpr());
    return new Plan(root, planner.slots);
  }

  private Node plan(CelExpr expr) throws UnsupportedException {
    return switch (expr.getKind()) {
      case CONSTANT -> new Node.Constant(constant(expr.constant()));
      case IDENT -> planIdentifier(expr, expr.ident().name());
      case SELECT -> planSelect(expr);
      case CALL -> planCall(expr);
      case LIST -> new Node.NewList(planAll(expr.list().elements()), expr.list().optionalIndices());
      case MAP -> planMap(expr);
      case COMPREHENSION -> planFold(expr.comprehension());
      case STRUCT ->
          throw new UnsupportedException("message literals are not supported in a selector");
      case NOT_SET -> throw new UnsupportedException("the expression is empty");
    };
  }

  private List<Node> planAll(List<CelExpr> exprs) throws UnsupportedException {
    List<Node> nodes = new ArrayList<>();
    for (CelExpr expr : exprs) {
      nodes.add(plan(expr));
    }
    return nodes;
  }

  /** A constant of a tree that the checker accepted. */
  static Object known(CelConstant constant) {
    try {
      return constant(constant);
    } catch (UnsupportedException e) {
      return new EvaluationError(String.valueOf(e.getMessage()));
    }
  }

  /** The implementation of a function that is called; {@code null} if there is none. */
  static @Nullable LibraryFunction function(CelAbstractSyntaxTree tree, CelExpr call, String name) {
    if (!name.equals("sum")) {
      return Libraries.find(name);
    }
    List<String> overloads = overloads(tree, call);
    return ListsLibrary.sum(overloads.size() == 1 ? overloads.getFirst() : "");
  }

  private static List<String> overloads(CelAbstractSyntaxTree tree, CelExpr call) {
    return tree.getReference(call.id())
        .map(CelReference::overloadIds)
        .<List<String>>map(o -> o)
        .orElse(List.of());
  }

  private static Object constant(CelConstant constant) throws UnsupportedException {
    return switch (constant.getKind()) {
      case NULL_VALUE -> NullValue.NULL;
      case BOOLEAN_VALUE -> constant.booleanValue();
      case INT64_VALUE -> constant.int64Value();
      case UINT64_VALUE -> new Uint(constant.uint64Value().longValue());
      case DOUBLE_VALUE -> constant.doubleValue();
      case STRING_VALUE -> constant.stringValue();
      case BYTES_VALUE -> new Bytes(constant.bytesValue().toByteArray());
      case NOT_SET, TIMESTAMP_VALUE, DURATION_VALUE ->
          throw new UnsupportedException("unknown constant");
    };
  }

  private Node planIdentifier(CelExpr expr, String name) throws UnsupportedException {
    AttributeNode.Root variable = variables.get(name);
    if (variable != null) {
      return new AttributeNode.Path(variable, List.of());
    }
    Optional<CelReference> reference = tree.getReference(expr.id());
    if (reference.isPresent() && reference.get().value().isPresent()) {
      return new Node.Constant(constant(reference.get().value().get()));
    }
    return new Node.Constant(typeValue(expr, name));
  }

  private TypeValue typeValue(CelExpr expr, String name) throws UnsupportedException {
    CelType type = tree.getTypeOrThrow(expr.id());
    if (type.kind() != CelKind.TYPE) {
      throw new UnsupportedException("reference to undefined type: " + name);
    }
    return new TypeValue(tree.getReference(expr.id()).map(CelReference::name).orElse(name));
  }

  private Node planSelect(CelExpr expr) throws UnsupportedException {
    Optional<CelReference> reference = tree.getReference(expr.id());
    if (reference.isPresent()) {
      return planIdentifier(expr, reference.get().name());
    }
    Node field = new Node.Constant(expr.select().field());
    boolean test = expr.select().testOnly();
    return AttributeNode.of(plan(expr.select().operand())).with(new Qualifier(field, false, test));
  }

  private Node planMap(CelExpr expr) throws UnsupportedException {
    List<Node.Entry> entries = new ArrayList<>();
    for (CelExpr.CelMap.Entry entry : expr.map().entries()) {
      entries.add(new Node.Entry(plan(entry.key()), plan(entry.value()), entry.optionalEntry()));
    }
    return new Node.NewMap(entries);
  }

  private Node planCall(CelExpr expr) throws UnsupportedException {
    CelCall call = expr.call();
    boolean namespaced = isNamespaced(expr);
    Stream<CelExpr> target = namespaced ? Stream.empty() : call.target().stream();
    List<Node> a = planAll(Stream.concat(target, call.args().stream()).toList());
    return switch (call.function()) {
      case "_&&_" -> new Node.And(a.get(0), a.get(1));
      case "_||_" -> new Node.Or(a.get(0), a.get(1));
      case "_?_:_" ->
          new AttributeNode.Conditional(
              a.get(0), AttributeNode.of(a.get(1)), AttributeNode.of(a.get(2)));
      case "_==_" -> new Node.Equality(a.get(0), a.get(1), false);
      case "_!=_" -> new Node.Equality(a.get(0), a.get(1), true);
      case "_[_]" -> index(a.get(0), key(a.get(1)), false);
      case "_?._", "_[?_]" -> index(a.get(0), key(a.get(1)), true);
      case "or" -> new Node.OptionalOr(a.get(0), a.get(1), false);
      case "orValue" -> new Node.OptionalOr(a.get(0), a.get(1), true);
      default -> planFunction(expr, functionName(expr, namespaced), a);
    };
  }

  private static Node index(Node operand, Node key, boolean optional) {
    return AttributeNode.of(operand).with(new Qualifier(key, optional, false));
  }

  private static Node key(Node node) throws UnsupportedException {
    if (node instanceof Node.Constant constant && !Qualifier.isKey(constant.value())) {
      throw new UnsupportedException("invalid qualifier type: " + Values.typeOf(constant.value()));
    }
    return node;
  }

  // `ip.isCanonical(x)` is a call of a function with a dot in its name, not a call on `ip`.
  static boolean isNamespaced(CelExpr expr) {
    return expr.call().target().isPresent()
        && qualifiedName(expr.call().target().get())
            .map(prefix -> prefix + "." + expr.call().function())
            .filter(name -> Libraries.find(name) != null)
            .isPresent();
  }

  static String functionName(CelExpr expr, boolean namespaced) {
    String name = expr.call().function();
    return namespaced
        ? qualifiedName(expr.call().target().orElseThrow()).orElseThrow() + "." + name
        : name;
  }

  private static Optional<String> qualifiedName(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.IDENT
        ? Optional.of(expr.ident().name())
        : Optional.empty();
  }

  private Node planFunction(CelExpr call, String name, List<Node> arguments)
      throws UnsupportedException {
    LibraryFunction function = function(tree, call, name);
    if (function == null) {
      throw new UnsupportedException("no such overload: " + name);
    }
    checkConstantRegex(name, arguments);
    boolean strict = !name.equals("@not_strictly_false");
    return new Node.Call(function, CallCost.of(overloads(tree, call)), strict, arguments);
  }

  /** Upstream compiles the constant patterns of these two with the program, but not of matches. */
  private static void checkConstantRegex(String name, List<Node> arguments)
      throws UnsupportedException {
    boolean compiled = name.equals("find") || name.equals("findAll");
    if (compiled
        && arguments.get(1) instanceof Node.Constant c
        && c.value() instanceof String regex
        && RegexLibrary.compile(regex) instanceof EvaluationError error) {
      throw new UnsupportedException(error.message());
    }
  }

  private Node planFold(CelComprehension fold) throws UnsupportedException {
    if (!fold.iterVar2().isEmpty()) {
      throw new UnsupportedException("comprehensions with two variables are not supported");
    }
    Node range = plan(fold.iterRange());
    int element = slots++;
    int accumulator = slots++;
    AttributeNode.Root accumulated =
        new AttributeNode.Accumulator(accumulator, plan(fold.accuInit()));
    AttributeNode.Root outerAccumulator = variables.put(fold.accuVar(), accumulated);
    Node result = plan(fold.result());
    AttributeNode.Root outerElement =
        variables.put(fold.iterVar(), new AttributeNode.Element(element));
    Node condition = plan(fold.loopCondition());
    Node step = plan(fold.loopStep());
    restore(fold.iterVar(), outerElement);
    restore(fold.accuVar(), outerAccumulator);
    return new FoldNode(range, element, accumulator, condition, step, result);
  }

  private void restore(String name, AttributeNode.@Nullable Root outer) {
    if (outer == null) {
      variables.remove(name);
    } else {
      variables.put(name, outer);
    }
  }
}
