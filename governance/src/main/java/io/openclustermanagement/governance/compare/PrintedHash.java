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

/**
 * The hash of the beginning of a value's printed form, without printing it, by the rule of {@link
 * String#hashCode}.
 */
final class PrintedHash {
  private static final int BASE = 31;

  private int left;
  private int hash;

  private PrintedHash(int characters) {
    this.left = characters;
  }

  /**
   * A number that is the same for values that print alike.
   *
   * @param characters how many of the printed form count
   */
  static int of(JsonValue value, int characters) {
    PrintedHash hash = new PrintedHash(characters);
    hash.add(value);
    return hash.hash;
  }

  private void add(JsonValue value) {
    switch (value) {
      case JsonArray(List<JsonValue> items) -> list(items);
      case JsonObject object -> map(object);
      case JsonNull _, JsonString _, JsonBoolean _, JsonInteger _, JsonDecimal _ ->
          add(GoText.of(value));
    }
  }

  private void list(List<JsonValue> items) {
    add("[");
    for (int i = 0; i < items.size() && left > 0; i++) {
      add(i == 0 ? "" : " ");
      add(items.get(i));
    }
    add("]");
  }

  private void map(JsonObject object) {
    add(GoPrinter.MAP);
    String separator = "";
    for (Map.Entry<String, JsonValue> each : GoText.inOrder(object)) {
      add(separator);
      add(each.getKey());
      add(":");
      add(each.getValue());
      separator = " ";
      if (left == 0) {
        return;
      }
    }
    add("]");
  }

  /** A text knows its own hash, so that only its length counts here. */
  private void add(String text) {
    String part = text.length() <= left ? text : text.substring(0, left);
    hash = hash * power(part.length()) + part.hashCode();
    left -= part.length();
  }

  private static int power(int exponent) {
    int result = 1;
    int square = BASE;
    for (int rest = exponent; rest > 0; rest >>= 1) {
      result *= (rest & 1) == 0 ? 1 : square;
      square *= square;
    }
    return result;
  }
}
