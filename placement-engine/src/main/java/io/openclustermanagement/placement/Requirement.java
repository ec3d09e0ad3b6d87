package io.openclustermanagement.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One valid term of a selector. Values are sorted and distinct, so that equal terms of different
 * placements share a bitmap.
 */
public record Requirement(String key, Operator operator, List<String> values) {

  /** How the value found is compared. */
  public enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST
  }

  public Requirement {
    values = values.stream().distinct().sorted().toList();
  }

  static Requirement equal(String key, String value) {
    return new Requirement(key, Operator.IN, List.of(value));
  }

  /** Whether the term holds for the value found, {@code null} when there is none. */
  public boolean matches(@Nullable String found) {
    return switch (operator) {
      case IN -> found != null && values.contains(found);
      case NOT_IN -> found == null || !values.contains(found);
      case EXISTS -> found != null;
      case DOES_NOT_EXIST -> found == null;
    };
  }

  /** What would satisfy the term, in words. */
  public String wanted() {
    return switch (operator) {
      case IN -> values.size() == 1 ? values.getFirst() : "one of " + String.join(", ", values);
      case NOT_IN -> "not " + String.join(", ", values);
      case EXISTS -> "any value";
      case DOES_NOT_EXIST -> "no value";
    };
  }

  @Override
  public String toString() {
    return switch (operator) {
      case IN -> key + " in [" + String.join(", ", values) + "]";
      case NOT_IN -> key + " not in [" + String.join(", ", values) + "]";
      case EXISTS -> key + " exists";
      case DOES_NOT_EXIST -> key + " does not exist";
    };
  }
}
