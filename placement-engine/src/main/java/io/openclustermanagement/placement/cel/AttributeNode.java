package io.openclustermanagement.placement.cel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A variable or another value with selections and indices applied to it, which upstream evaluates
 * and charges as one step ({@code interpreter/attributes.go}).
 */
abstract sealed class AttributeNode extends Node {

  /** The value without the cost of the step itself. */
  abstract Object resolve(Evaluation evaluation);

  /** The same with one more selection. */
  abstract AttributeNode with(Qualifier qualifier);

  /** What a chain starts with. */
  sealed interface Root {
    Object value(Evaluation evaluation);
  }

  /** What the expression is about, such as the cluster. */
  record Input(int index) implements Root {
    @Override
    public Object value(Evaluation evaluation) {
      return evaluation.input(index);
    }
  }

  /** The element variable of a comprehension. */
  record Element(int slot) implements Root {
    @Override
    public Object value(Evaluation evaluation) {
      Object value = evaluation.get(slot);
      return value == null ? EvaluationError.NO_SUCH_OVERLOAD : value;
    }
  }

  /** The accumulator of a comprehension, which gets its first value when it is first read. */
  record Accumulator(int slot, Node initial) implements Root {
    @Override
    public Object value(Evaluation evaluation) {
      Object value = evaluation.get(slot);
      if (value == null) {
        value = initial.eval(evaluation);
        if (value instanceof List<?> list && list.isEmpty()) {
          value = ListValue.accumulator();
        }
        evaluation.set(slot, value);
      }
      return value;
    }
  }

  /** Any other expression. */
  record Operand(Node node) implements Root {
    @Override
    public Object value(Evaluation evaluation) {
      return node.eval(evaluation);
    }
  }

  static final class Path extends AttributeNode {
    private final Root root;
    private final List<Qualifier> qualifiers;

    Path(Root root, List<Qualifier> qualifiers) {
      this.root = root;
      this.qualifiers = List.copyOf(qualifiers);
    }

    @Override
    Object eval(Evaluation evaluation) {
      Object value = resolve(evaluation);
      evaluation.charge(1);
      return value;
    }

    @Override
    Object resolve(Evaluation evaluation) {
      Object value = select(evaluation);
      boolean test = !qualifiers.isEmpty() && qualifiers.getLast().test();
      return test && value instanceof Optional<?> o ? o.isPresent() : value;
    }

    private Object select(Evaluation evaluation) {
      Object value = root.value(evaluation);
      if (qualifiers.isEmpty() || value instanceof EvaluationError) {
        return value;
      }
      boolean optional = false;
      if (value instanceof Optional<?> o) {
        if (o.isEmpty()) {
          return o;
        }
        value = o.get();
        optional = true;
      }
      for (Qualifier qualifier : qualifiers) {
        optional |= qualifier.optional();
        Object next = qualifier.apply(evaluation, value, optional);
        if (next == null || next instanceof EvaluationError) {
          return next == null ? Optional.empty() : next;
        }
        value = next;
      }
      return optional ? Optional.of(value) : value;
    }

    @Override
    AttributeNode with(Qualifier qualifier) {
      List<Qualifier> longer = new ArrayList<>(qualifiers);
      longer.add(qualifier);
      return new Path(root, longer);
    }
  }

  /** {@code c ? a : b}. Selections on it are pushed into both branches. */
  static final class Conditional extends AttributeNode {
    private final Node condition;
    private final AttributeNode yes;
    private final AttributeNode no;

    Conditional(Node condition, AttributeNode yes, AttributeNode no) {
      this.condition = condition;
      this.yes = yes;
      this.no = no;
    }

    // [Q] A branch that is a variable or a selection costs one less than it does elsewhere.
    @Override
    Object eval(Evaluation evaluation) {
      return resolve(evaluation);
    }

    @Override
    Object resolve(Evaluation evaluation) {
      Object decided = condition.eval(evaluation);
      if (decided instanceof Boolean b) {
        return (b ? yes : no).resolve(evaluation);
      }
      return decided instanceof EvaluationError ? decided : EvaluationError.NO_SUCH_OVERLOAD;
    }

    @Override
    AttributeNode with(Qualifier qualifier) {
      return new Conditional(condition, yes.with(qualifier), no.with(qualifier));
    }
  }

  /** The node as the start of a chain. */
  static AttributeNode of(Node node) {
    return node instanceof AttributeNode attribute
        ? attribute
        : new Path(new Operand(node), List.of());
  }

  /**
   * One selection or index.
   *
   * @param key the key, or the node that computes it
   * @param optional whether an absent key gives an absent optional value
   * @param test whether only the presence of the key is asked for
   */
  record Qualifier(Node key, boolean optional, boolean test) {

    /** The selected value, an error, or {@code null} for an absent key of an optional chain. */
    @Nullable Object apply(Evaluation evaluation, Object target, boolean optionalChain) {
      Object name = key instanceof AttributeNode a ? a.resolve(evaluation) : key.eval(evaluation);
      Object found = isKey(name) ? lookUp(target, name) : invalid(name);
      if (optionalChain) {
        if (found != null && !(found instanceof EvaluationError)) {
          evaluation.charge(1);
        }
        return found;
      }
      evaluation.charge(1);
      if (test) {
        return found instanceof EvaluationError ? found : (Object) (found != null);
      }
      return found == null ? missing(target, name) : found;
    }

    static boolean isKey(Object name) {
      return name instanceof String
          || name instanceof Long
          || name instanceof Boolean
          || name instanceof Uint
          || name instanceof Double;
    }

    private static Object invalid(Object name) {
      return name instanceof EvaluationError
          ? name
          : new EvaluationError("invalid qualifier type: " + Values.typeOf(name));
    }

    private static @Nullable Object lookUp(Object target, Object name) {
      return switch (target) {
        case Map<?, ?> map -> Values.find(map, name);
        case List<?> list -> element(list, name);
        default -> null;
      };
    }

    private static @Nullable Object element(List<?> list, Object index) {
      Long position =
          switch (index) {
            case Long l -> l;
            case Uint u when u.bits() >= 0 -> u.bits();
            case Double d when d == Math.rint(d) && Math.abs(d) < 0x1p63 -> d.longValue();
            default -> null;
          };
      if (position == null) {
        return new EvaluationError("unsupported index value " + index + " in list");
      }
      return position >= 0 && position < list.size() ? list.get(position.intValue()) : null;
    }

    private static EvaluationError missing(Object target, Object name) {
      return target instanceof List<?>
          ? EvaluationError.outOfBounds(name)
          : EvaluationError.noSuchKey(name);
    }
  }
}
