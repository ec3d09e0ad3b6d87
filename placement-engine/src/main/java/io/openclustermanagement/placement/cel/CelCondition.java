package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.meta.Quantity;
import java.util.Set;

/**
 * What an atom of a selector asks of one field of the cluster, in the forms whose answer can be
 * turned around: a caller can tell which value of the field would make it true or false.
 */
public sealed interface CelCondition {

  /**
   * The label has one of the values, or, negated, another one. An absent label fails both ways,
   * because reading it is an error.
   */
  record LabelIn(String key, Set<String> values, boolean negated) implements CelCondition {
    /** Keeps a copy of the values. */
    public LabelIn {
      values = Set.copyOf(values);
    }
  }

  /** The label exists. */
  record LabelExists(String key) implements CelCondition {}

  /** The cluster claims the name with one of the values; with any value if there are none. */
  record ClaimIn(String name, Set<String> values) implements CelCondition {
    /** Keeps a copy of the values. */
    public ClaimIn {
      values = Set.copyOf(values);
    }
  }

  /**
   * The Kubernetes version compares so to another.
   *
   * @param version three numbers without a {@code v}
   */
  record VersionCompares(Comparison comparison, String version) implements CelCondition {}

  /** The allocatable or total amount of a resource compares so to another. */
  record ResourceCompares(
      ResourceField field, String resource, Comparison comparison, Quantity amount)
      implements CelCondition {}

  /** Which of the two amounts of a resource is meant. */
  enum ResourceField {
    /** {@code status.allocatable}. */
    ALLOCATABLE,
    /** {@code status.capacity}. */
    CAPACITY
  }

  /** How the cluster's value, on the left, has to compare. */
  enum Comparison {
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    AT_MOST("<="),
    /** Equal. */
    EQUAL("=="),
    /** Not equal. */
    OTHER("!="),
    /** Greater or equal. */
    AT_LEAST(">="),
    /** Greater. */
    GREATER(">");

    private final String symbol;

    Comparison(String symbol) {
      this.symbol = symbol;
    }

    /** The operator as CEL writes it. */
    public String symbol() {
      return symbol;
    }

    /** Whether the result of a {@code compareTo} satisfies this comparison. */
    public boolean holds(int order) {
      return switch (this) {
        case LESS -> order < 0;
        case AT_MOST -> order <= 0;
        case EQUAL -> order == 0;
        case OTHER -> order != 0;
        case AT_LEAST -> order >= 0;
        case GREATER -> order > 0;
      };
    }
  }
}
