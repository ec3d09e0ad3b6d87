package io.openclustermanagement.placement.cel;

import java.util.List;
import java.util.Optional;

/**
 * The boolean structure of a selector expression: what {@code &&}, {@code ||} and {@code !} join.
 */
public sealed interface CelTerm {

  /** The term as it stands in the expression, without parentheses around it. */
  String text();

  /** Terms joined by {@code &&}. */
  record All(String text, List<CelTerm> operands) implements CelTerm {
    /** Keeps a copy of the operands. */
    public All {
      operands = List.copyOf(operands);
    }
  }

  /** Terms joined by {@code ||}. */
  record Any(String text, List<CelTerm> operands) implements CelTerm {
    /** Keeps a copy of the operands. */
    public Any {
      operands = List.copyOf(operands);
    }
  }

  /** A negated term. */
  record Not(String text, CelTerm operand) implements CelTerm {}

  /**
   * Anything else, a conditional expression included.
   *
   * @param condition what the atom asks of the cluster, where that is one of the known forms
   */
  record Atom(String text, Optional<CelCondition> condition) implements CelTerm {}
}
