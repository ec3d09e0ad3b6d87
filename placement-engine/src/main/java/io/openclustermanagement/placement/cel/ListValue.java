package io.openclustermanagement.placement.cel;

import java.util.ArrayList;

/**
 * A list that an expression made. While a {@code map} or {@code filter} collects its result, the
 * list it collects into grows in place; afterwards it is frozen and never changes.
 */
final class ListValue extends ArrayList<Object> {
  private static final long serialVersionUID = 1L;

  private boolean accumulating;

  static ListValue accumulator() {
    ListValue list = new ListValue();
    list.accumulating = true;
    return list;
  }

  boolean isAccumulating() {
    return accumulating;
  }

  void freeze() {
    accumulating = false;
  }
}
