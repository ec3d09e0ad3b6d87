package io.openclustermanagement.placement.cel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a compiled expression. The steps are those of cel-go's planner ({@code
 * interpreter/planner.go}), because the cost of an evaluation depends on them: a chain of
 * selections is one step, a call another.
 */
abstract sealed class Node
    permits Node.Constant,
        Node.And,
        Node.Or,
        Node.Equality,
        Node.Call,
        Node.OptionalOr,
        Node.NewList,
        Node.NewMap,
        FoldNode,
        AttributeNode {

  /** The value, or an {@link EvaluationError}. */
  abstract Object eval(Evaluation evaluation);

  static final class Constant extends Node {
    private final Object value;

    Constant(Object value) {
      this.value = value;
    }

    Object value() {
      return value;
    }

    @Override
    Object eval(Evaluation evaluation) {
      return value;
    }
  }

  static final class And extends Node {
    private final Node left;
    private final Node right;

    And(Node left, Node right) {
      this.left = left;
      this.right = right;
    }

    @Override
    Object eval(Evaluation evaluation) {
      Object a = left.eval(evaluation);
      if (Boolean.FALSE.equals(a)) {
        return false;
      }
      Object b = right.eval(evaluation);
      return Boolean.FALSE.equals(b) ? false : firstProblem(a, b, true);
    }
  }

  static final class Or extends Node {
    private final Node left;
    private final Node right;

    Or(Node left, Node right) {
      this.left = left;
      this.right = right;
    }

    @Override
    Object eval(Evaluation evaluation) {
      Object a = left.eval(evaluation);
      if (Boolean.TRUE.equals(a)) {
        return true;
      }
      Object b = right.eval(evaluation);
      return Boolean.TRUE.equals(b) ? true : firstProblem(a, b, false);
    }
  }

  private static Object firstProblem(Object a, Object b, boolean otherwise) {
    Object problem = a instanceof Boolean ? b : a;
    if (problem instanceof Boolean) {
      return otherwise;
    }
    return problem instanceof EvaluationError ? problem : EvaluationError.NO_SUCH_OVERLOAD;
  }

  /** {@code ==} and {@code !=}. [Q] An error in comparing counts as unequal for {@code !=}. */
  static final class Equality extends Node {
    private final Node left;
    private final Node right;
    private final boolean negated;

    Equality(Node left, Node right, boolean negated) {
      this.left = left;
      this.right = right;
      this.negated = negated;
    }

    @Override
    Object eval(Evaluation evaluation) {
      Object a = left.eval(evaluation);
      Object b = right.eval(evaluation);
      Object result = compare(a, b);
      evaluation.charge(CallCost.traversal(Math.min(Values.size(a), Values.size(b))));
      return result;
    }

    private Object compare(Object a, Object b) {
      if (a instanceof EvaluationError || b instanceof EvaluationError) {
        return a instanceof EvaluationError ? a : b;
      }
      Object equal = Values.equal(a, b);
      return negated ? !Boolean.TRUE.equals(equal) : equal;
    }
  }

  static final class Call extends Node {
    private final List<Node> arguments;
    private final LibraryFunction function;
    private final CallCost cost;
    private final boolean strict;

    /**
     * @param strict whether an argument that fails fails the call
     */
    Call(LibraryFunction function, CallCost cost, boolean strict, List<Node> arguments) {
      this.function = function;
      this.cost = cost;
      this.strict = strict;
      this.arguments = List.copyOf(arguments);
    }

    @Override
    Object eval(Evaluation evaluation) {
      Object[] values = new Object[arguments.size()];
      Object problem = null;
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).eval(evaluation);
        if (strict && problem == null && values[i] instanceof EvaluationError) {
          problem = values[i];
          // Upstream evaluates both operands of two, but stops at the first error of three.
          if (values.length > 2 && i < values.length - 1) {
            return problem;
          }
        }
      }
      Object result = problem == null ? function.apply(evaluation, values) : problem;
      evaluation.charge(cost.of(values, result));
      return result;
    }
  }

  /** {@code or} and {@code orValue} of an optional value. Both are free, as upstream. */
  static final class OptionalOr extends Node {
    private final Node optional;
    private final Node alternative;
    private final boolean unwrap;

    OptionalOr(Node optional, Node alternative, boolean unwrap) {
      this.optional = optional;
      this.alternative = alternative;
      this.unwrap = unwrap;
    }

    @Override
    Object eval(Evaluation evaluation) {
      Object value = optional.eval(evaluation);
      if (!(value instanceof Optional<?> o)) {
        return value;
      }
      if (o.isPresent()) {
        return unwrap ? o.get() : o;
      }
      return alternative.eval(evaluation);
    }
  }

  static final class NewList extends Node {
    private final List<Node> elements;
    private final List<Integer> optionalIndices;

    NewList(List<Node> elements, List<Integer> optionalIndices) {
      this.elements = List.copyOf(elements);
      this.optionalIndices = List.copyOf(optionalIndices);
    }

    @Override
    Object eval(Evaluation evaluation) {
      Object list = create(evaluation);
      evaluation.charge(CallCost.LIST_CREATE);
      return list;
    }

    private Object create(Evaluation evaluation) {
      evaluation.work(elements.size());
      ListValue values = new ListValue();
      for (int i = 0; i < elements.size(); i++) {
        Object value = elements.get(i).eval(evaluation);
        if (optionalIndices.contains(i)) {
          value = unwrap(value);
        }
        if (value instanceof EvaluationError) {
          return value;
        }
        if (value != null) {
          values.add(value);
        }
      }
      return values;
    }
  }

  /** A key and its value; an optional entry is left out when its value is absent. */
  record Entry(Node key, Node value, boolean optional) {}

  static final class NewMap extends Node {
    private final List<Entry> entries;

    NewMap(List<Entry> entries) {
      this.entries = List.copyOf(entries);
    }

    @Override
    Object eval(Evaluation evaluation) {
      Object map = create(evaluation);
      evaluation.charge(CallCost.MAP_CREATE);
      return map;
    }

    private Object create(Evaluation evaluation) {
      evaluation.work(entries.size());
      Map<Object, Object> values = new LinkedHashMap<>();
      for (Entry entry : entries) {
        Object key = entry.key().eval(evaluation);
        if (key instanceof EvaluationError) {
          return key;
        }
        Object value = entry.value().eval(evaluation);
        value = entry.optional() ? unwrap(value) : value;
        if (value instanceof EvaluationError) {
          return value;
        }
        if (value == null) {
          values.remove(key);
        } else {
          values.put(key, value);
        }
      }
      return values;
    }
  }

  private static @Nullable Object unwrap(Object value) {
    if (value instanceof EvaluationError) {
      return value;
    }
    return value instanceof Optional<?> o
        ? o.orElse(null)
        : new EvaluationError("cannot initialize optional element from non-optional value");
  }
}
