package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a value as Go does into one text, so that nothing is copied from level to level. */
final class GoPrinter {
  static final String MAP = "map[";

  private final StringBuilder out = new StringBuilder();
  private final boolean sorted;

  private GoPrinter(boolean sorted) {
    this.sorted = sorted;
  }

  /**
   * The printed form.
   *
   * @param sorted whether the items of lists are in order of their own printed form
   */
  static String print(JsonValue value, boolean sorted) {
    GoPrinter printer = new GoPrinter(sorted);
    printer.add(value);
    return printer.out.toString();
  }

  private void add(JsonValue value) {
    switch (value) {
      case JsonArray(List<JsonValue> items) -> list(items);
      case JsonObject object -> map(object);
      case JsonNull _, JsonString _, JsonBoolean _, JsonInteger _, JsonDecimal _ ->
          out.append(GoText.of(value));
    }
  }

  /** Go prints maps in the order of their keys. */
  private void map(JsonObject object) {
    out.append(MAP);
    String separator = "";
    for (Map.Entry<String, JsonValue> each : GoText.inOrder(object)) {
      out.append(separator).append(each.getKey()).append(':');
      add(each.getValue());
      separator = " ";
    }
    out.append(']');
  }

  private void list(List<JsonValue> items) {
    out.append('[');
    int start = out.length();
    int previous = start;
    boolean inOrder = true;
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : " ");
      int begin = out.length();
      add(items.get(i));
      inOrder = inOrder && !(sorted && i > 0 && isBelow(begin, previous));
      previous = begin;
    }
    if (!inOrder) {
      out.setLength(start);
      out.append(items.stream().map(GoText::sorted).sorted().collect(Collectors.joining(" ")));
    }
    out.append(']');
  }

  /** Whether the item that starts there comes before the one that starts earlier. */
  private boolean isBelow(int begin, int previous) {
    int end = begin - 1;
    for (int i = previous, own = begin; i < end && own < out.length(); i++, own++) {
      int order = Character.compare(out.charAt(own), out.charAt(i));
      if (order != 0) {
        return order < 0;
      }
    }
    return out.length() - begin < end - previous;
  }
}
