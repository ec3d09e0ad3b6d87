package io.openclustermanagement.governance.gotemplate;

import java.util.Collection;

/** Limits on values, which templates can make as deep and wide as they like. */
public final class GoValues {
  private static final int MAX_DEPTH = 500;
  private static final int MAX_TEXT = 1 << 24;
  private static final long MAX_WEIGHT = 1_000_000;

  private GoValues() {}

  /**
   * Checks that a text that is being made of a value stays within bounds.
   *
   * @throws GoError if it does not
   */
  public static void checkSize(int length, int depth) {
    if (depth > MAX_DEPTH) {
      throw GoError.ofLimit(
          "the value has more than %d levels of maps and lists".formatted(MAX_DEPTH));
    }
    if (length > MAX_TEXT) {
      throw GoError.ofLimit(
          "the text of the value is longer than %,d characters".formatted(MAX_TEXT));
    }
  }

  /**
   * The number of values in a value, however often one of them is in it.
   *
   * @throws GoError if it is very large or very deep
   */
  public static long weight(GoValue value) {
    return new Walk(value).weight(value, 0);
  }

  /**
   * Whether a value is or has a certain other one.
   *
   * @throws GoError if it is very large or very deep
   */
  public static boolean contains(GoValue value, GoValue other) {
    Walk walk = new Walk(other);
    walk.weight(value, 0);
    return walk.found;
  }

  private static final class Walk {
    private final GoValue sought;
    private boolean found;
    private long weight;

    Walk(GoValue sought) {
      this.sought = sought;
    }

    @SuppressWarnings("ReferenceEquality") // the very same map is what must not be in itself
    long weight(GoValue value, int depth) {
      checkSize(0, depth);
      weight++;
      if (weight > MAX_WEIGHT) {
        throw GoError.ofLimit("the value has more than %,d parts".formatted(MAX_WEIGHT));
      }
      found |= value == sought;
      switch (value) {
        case GoValue.Sequence list -> all(list.items(), depth);
        case GoValue.Mapping map -> all(map.entries().values(), depth);
        case GoValue.Nil _, GoValue.Bool _, GoValue.Int _, GoValue.Decimal _ -> {}
        case GoValue.Text _, GoValue.Struct _, GoValue.Time _, GoValue.Instance _ -> {}
      }
      return weight;
    }

    private void all(Collection<GoValue> values, int depth) {
      values.forEach(each -> weight(each, depth + 1));
    }
  }
}
