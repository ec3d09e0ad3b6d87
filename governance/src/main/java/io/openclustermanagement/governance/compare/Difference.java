package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One reason why an object is not as it should be.
 *
 * @param path the JSON pointer of the place in the merged object, such as {@code
 *     /spec/containers/0/image}
 * @param rule which rule of comparison decided
 * @param wanted what the merged object has there, {@code null} where it has nothing
 * @param found what the object has there, {@code null} where it has nothing
 */
public record Difference(
    String path, Rule rule, @Nullable JsonValue wanted, @Nullable JsonValue found) {

  /** The same for a reader who must not see the values. */
  public Difference withoutValues() {
    return new Difference(path, rule, null, null);
  }

  /** The rules that tell two values apart. */
  public enum Rule {
    /** Scalars that print differently. */
    DIFFERENT("different"),
    /** Quantities of different amounts. */
    QUANTITY("quantity"),
    /** A quantity is wanted and something else than a text is there. */
    NOT_A_QUANTITY("not a quantity"),
    /** A map, a list and a scalar are never alike. */
    TYPE("type"),
    /** The value is absent. */
    MISSING("missing"),
    /** The object has a field more than it may have. */
    SURPLUS("surplus"),
    /** Lists of different lengths. */
    LENGTH("length"),
    /** Lists of the same length whose sorted items differ. */
    ITEM("item");

    private final String wireName;

    Rule(String wireName) {
      this.wireName = wireName;
    }

    /** The name in output. */
    public String wireName() {
      return wireName;
    }
  }
}
