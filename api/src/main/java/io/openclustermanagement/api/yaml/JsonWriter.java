package io.openclustermanagement.api.yaml;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plain tree of maps, lists, texts, numbers, booleans and {@code null} as JSON, indented
 * by two spaces, entries in the order of their map.
 */
public final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder();
  private final boolean indented;

  private JsonWriter(boolean indented) {
    this.indented = indented;
  }

  /** The tree as JSON that ends with a line break. */
  public static String write(@Nullable Object tree) {
    JsonWriter writer = new JsonWriter(true);
    writer.value(tree, 0);
    return writer.out.append('\n').toString();
  }

  /** The tree as JSON on one line, without a line break. */
  public static String line(@Nullable Object tree) {
    JsonWriter writer = new JsonWriter(false);
    writer.value(tree, 0);
    return writer.out.toString();
  }

  /** A text with its quotes. */
  static String quote(String text) {
    JsonWriter writer = new JsonWriter(false);
    writer.text(text);
    return writer.out.toString();
  }

  /** A number as JavaScript writes it: the shortest digits that mean exactly this number. */
  static String number(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no number " + number);
    }
    double magnitude = Math.abs(number);
    BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (magnitude == 0) {
      return "0";
    }
    if (magnitude >= 1e-6 && magnitude < 1e21) {
      return exact.toPlainString();
    }
    int exponent = exact.precision() - exact.scale() - 1;
    String digits = exact.scaleByPowerOfTen(-exponent).toPlainString();
    return digits + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
  }

  private void value(@Nullable Object value, int depth) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> map(map, depth);
      case List<?> list -> list(list, depth);
      case Double number -> out.append(number(number));
      case Number number -> out.append(number);
      case Boolean bool -> out.append(bool);
      default -> text(value.toString());
    }
  }

  private void map(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      line(depth + 1);
      text(String.valueOf(entry.getKey()));
      out.append(": ");
      value(entry.getValue(), depth + 1);
      separator(entries.hasNext());
    }
    line(depth);
    out.append('}');
  }

  private void list(List<?> list, int depth) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    Iterator<?> items = list.iterator();
    while (items.hasNext()) {
      line(depth + 1);
      value(items.next(), depth + 1);
      separator(items.hasNext());
    }
    line(depth);
    out.append(']');
  }

  private void separator(boolean more) {
    if (more) {
      out.append(indented ? "," : ", ");
    }
  }

  private void line(int depth) {
    if (indented) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text, i);
    }
    out.append('"');
  }

  private void character(String text, int index) {
    char c = text.charAt(index);
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isPrintable(text, index)) {
          out.append(c);
        } else {
          out.append("\\u");
          for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX[c >> shift & 0xf]);
          }
        }
      }
    }
  }

  /** Whether YAML, too, takes the character as it is; a lone half of a pair is escaped. */
  private static boolean isPrintable(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
    return c >= ' ' && c < 0x7f
        || c >= 0xa0 && c < 0xfffe && c != 0x2028 && c != 0x2029 && c != 0xfeff;
  }
}
