package io.openclustermanagement.compiler.importer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of CEL, as far as the importer reads it. Two equal trees mean the same;
 * parentheses, white space and the way strings are quoted leave no trace, and {@code a != b} is
 * {@code !(a == b)}.
 */
sealed interface CelTree {

  /** A variable or the name of a macro's variable. */
  record Name(String name) implements CelTree {}

  /** A string. */
  record Text(String value) implements CelTree {}

  /**
   * Another literal.
   *
   * @param text as written, such as {@code 0} or {@code true}
   */
  record Literal(String text) implements CelTree {}

  /** {@code target.field}. */
  record Select(CelTree target, String field) implements CelTree {}

  /** {@code target[index]}. */
  record Index(CelTree target, CelTree index) implements CelTree {}

  /** {@code function(arguments)}, or {@code target.function(arguments)}. */
  record Call(@Nullable CelTree target, String function, List<CelTree> arguments)
      implements CelTree {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Items(List<CelTree> items) implements CelTree {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Not(CelTree operand) implements CelTree {}

  record Negative(CelTree operand) implements CelTree {}

  /** All operators but {@code &&}, {@code ||} and {@code !=}. */
  record Operation(String operator, CelTree left, CelTree right) implements CelTree {}

  /** Operands of {@code &&}, which in CEL mean the same in any order and grouping. */
  record And(List<CelTree> operands) implements CelTree {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** Operands of {@code ||}. */
  record Or(List<CelTree> operands) implements CelTree {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  record Conditional(CelTree condition, CelTree positive, CelTree negative) implements CelTree {}

  /** The operands of {@code &&}, or the tree itself. */
  default List<CelTree> conjuncts() {
    return this instanceof And(List<CelTree> operands) ? operands : List.of(this);
  }

  static CelTree and(CelTree left, CelTree right) {
    List<CelTree> operands = new ArrayList<>(left.conjuncts());
    operands.addAll(right.conjuncts());
    return new And(operands);
  }

  static CelTree or(CelTree left, CelTree right) {
    List<CelTree> operands = new ArrayList<>(alternatives(left));
    operands.addAll(alternatives(right));
    return new Or(operands);
  }

  private static List<CelTree> alternatives(CelTree tree) {
    return tree instanceof Or(List<CelTree> operands) ? operands : List.of(tree);
  }
}
