package io.openclustermanagement.placement;

import java.util.List;
import java.util.stream.Collectors;

/** Values as Go prints them into error messages, because messages are part of the contract. */
final class GoText {
  private GoText() {}

  /** As {@code %q} and {@code strconv.Quote}. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> appendQuoted(out, c));
    return out.append('"').toString();
  }

  /**
   * A list of strings as {@code json.Marshal} prints it; an empty list was nil and is {@code null}.
   */
  static String json(List<String> texts) {
    return texts.isEmpty()
        ? "null"
        : texts.stream().map(GoText::json).collect(Collectors.joining(",", "[", "]"));
  }

  /** Error messages as an {@code errors.Aggregate} prints them: one plain, several in brackets. */
  static String aggregate(List<String> messages) {
    List<String> distinct = messages.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : "[" + String.join(", ", distinct) + "]";
  }

  private static void appendQuoted(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      default -> appendPrintable(out, c);
    }
  }

  private static void appendPrintable(StringBuilder out, int c) {
    if (c < 0x20 || c == 0x7f) {
      out.append(String.format("\\x%02x", c));
    } else if (c == ' ' || isPrintable(c)) {
      out.appendCodePoint(c);
    } else {
      out.append(String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String json(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> appendJson(out, c));
    return out.append('"').toString();
  }

  private static void appendJson(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '<', '>', '&', 0x2028, 0x2029 -> out.append(String.format("\\u%04x", c));
      default -> {
        if (c < 0x20) {
          out.append(String.format("\\u%04x", c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
