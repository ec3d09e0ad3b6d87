package io.openclustermanagement.dsl.format;

import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.StringPart;

/** Writes strings and keys that have no source text. */
final class StringQuoting {

  private StringQuoting() {}

  static String quoted(StringLiteral string) {
    StringBuilder result = new StringBuilder("\"");
    for (StringPart part : string.parts()) {
      switch (part) {
        case StringPart.Text text -> escape(text.value(), result);
        case StringPart.Interpolation interpolation ->
            result.append("${").append(onOneLine(interpolation.expression())).append('}');
      }
    }
    return result.append('"').toString();
  }

  /** A key, in quotes if it is not a word. */
  static String key(String key) {
    if (isWord(key)) {
      return key;
    }
    StringBuilder result = new StringBuilder("\"");
    escape(key, result);
    return result.append('"').toString();
  }

  private static String onOneLine(Expression expression) {
    Emitter emitter = new Emitter(TokenCursor.withoutSource());
    FormatNode document = new ExpressionPrinter(emitter).print(expression);
    return new Renderer(Integer.MAX_VALUE, new Comments()).render(document).stripTrailing();
  }

  private static void escape(String text, StringBuilder result) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> result.append('\\').append(c);
        case '\n' -> result.append("\\n");
        case '\r' -> result.append("\\r");
        case '\t' -> result.append("\\t");
        case '$' -> result.append(text.startsWith("{", i + 1) ? "\\$" : "$");
        default -> {
          if (c < ' ' || c == 0x7f) {
            result.append("\\u%04x".formatted((int) c));
          } else {
            result.append(c);
          }
        }
      }
    }
  }

  /**
   * Words begin with a letter or underscore; hyphens stand between letters, digits, underscores.
   */
  private static boolean isWord(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0)) || text.endsWith("-")) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hyphen = c == '-' && text.charAt(i - 1) != '-';
      if (!hyphen && !isLetter(c) && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}
