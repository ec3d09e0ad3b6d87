package io.openclustermanagement.cli.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON text of maps, collections, strings, numbers, booleans and null.
 *
 * <p>Maps keep their order, so that the same values give the same text.
 */
public final class Json {
  private static final int WIDTH = 100;

  private Json() {}

  /** An object with members in the order in which they are put; null values are left out. */
  public static Members object() {
    return new Members();
  }

  /** Collects the members of an object. */
  public static final class Members {
    private final Map<String, Object> members = new LinkedHashMap<>();

    public Members put(String name, @Nullable Object value) {
      if (value != null) {
        members.put(name, value);
      }
      return this;
    }

    /** Puts a member unless it is empty. */
    public Members putUnlessEmpty(String name, Collection<?> values) {
      return values.isEmpty() ? this : put(name, values);
    }

    public Map<String, Object> build() {
      return members;
    }
  }

  /**
   * The text with two spaces of indentation; what fits a line stays on it. Ends with a line break.
   */
  public static String pretty(Object value) {
    StringBuilder text = new StringBuilder();
    write(text, value, 0);
    return text.append('\n').toString();
  }

  /** The text on one line. */
  public static String compact(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    compact(text, value);
    return text.toString();
  }

  private static void write(StringBuilder text, @Nullable Object value, int indent) {
    List<Entry> entries = entries(value);
    if (entries.isEmpty() || isLeaf(entries)) {
      String line = compact(value);
      if (entries.isEmpty() || indent + line.length() <= WIDTH) {
        text.append(line);
        return;
      }
    }
    boolean isObject = value instanceof Map;
    text.append(isObject ? '{' : '[');
    String separator = "\n" + "  ".repeat(indent / 2 + 1);
    for (Entry entry : entries) {
      text.append(separator);
      writeName(text, entry);
      write(text, entry.value(), indent + 2);
      separator = ",\n" + "  ".repeat(indent / 2 + 1);
    }
    text.append('\n').append("  ".repeat(indent / 2)).append(isObject ? '}' : ']');
  }

  private record Entry(@Nullable String name, @Nullable Object value) {}

  private static List<Entry> entries(@Nullable Object value) {
    List<Entry> entries = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> entries.add(new Entry(String.valueOf(name), member)));
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> entries.add(new Entry(null, item)));
    }
    return entries;
  }

  /**
   * Only what holds no list of objects may stand on one line; the rest is for reading downwards.
   */
  private static boolean isLeaf(List<Entry> entries) {
    return entries.stream()
        .allMatch(
            entry ->
                entries(entry.value()).stream()
                    .allMatch(inner -> entries(inner.value()).isEmpty()));
  }

  private static void compact(StringBuilder text, @Nullable Object value) {
    switch (value) {
      case null -> text.append("null");
      case String string -> quote(text, string);
      case Number number -> text.append(number);
      case Boolean bool -> text.append(bool);
      case Map<?, ?> map -> enclose(text, '{', entries(map), '}');
      case Collection<?> items -> enclose(text, '[', entries(items), ']');
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private static void enclose(StringBuilder text, char open, List<Entry> entries, char close) {
    text.append(open);
    String separator = "";
    for (Entry entry : entries) {
      text.append(separator);
      writeName(text, entry);
      compact(text, entry.value());
      separator = ", ";
    }
    text.append(close);
  }

  private static void writeName(StringBuilder text, Entry entry) {
    if (entry.name() != null) {
      quote(text, entry.name());
      text.append(": ");
    }
  }

  private static void quote(StringBuilder text, String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || (Character.isSurrogate(c) && !isPaired(string, i))) {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean isPaired(String string, int i) {
    return Character.isHighSurrogate(string.charAt(i))
        ? i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(string.charAt(i - 1));
  }
}
