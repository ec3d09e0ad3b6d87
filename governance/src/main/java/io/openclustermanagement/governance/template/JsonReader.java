package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoNumbers;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON into values of any type ({@code encoding/json}): every number is a float64. */
final class JsonReader {
  private static final int MAX_DEPTH = 1000;
  private static final String END = "unexpected end of JSON input";

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * The value of a text.
   *
   * @throws GoError if it is not JSON
   */
  static GoValue read(String text) {
    JsonReader reader = new JsonReader(text);
    GoValue value = reader.value(0);
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.invalid("after top-level value");
    }
    return value;
  }

  private GoValue value(int depth) {
    if (depth > MAX_DEPTH) {
      throw new GoError("exceeded max depth");
    }
    skipSpace();
    if (at >= text.length()) {
      throw new GoError(END);
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> list(depth);
      case '"' -> new GoValue.Text(string());
      case 't' -> word("true", new GoValue.Bool(true));
      case 'f' -> word("false", new GoValue.Bool(false));
      case 'n' -> word("null", GoValue.NIL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw invalid("looking for beginning of value");
    };
  }

  private GoValue object(int depth) {
    Map<String, GoValue> entries = new LinkedHashMap<>();
    at++;
    if (closes('}')) {
      return GoValue.Mapping.of(entries);
    }
    do {
      skipSpace();
      if (peek() != '"') {
        throw invalid("looking for beginning of object key string");
      }
      String key = string();
      skipSpace();
      if (peek() != ':') {
        throw invalid("after object key");
      }
      at++;
      entries.put(key, value(depth + 1));
    } while (continues('}', "after object key:value pair"));
    return GoValue.Mapping.of(entries);
  }

  private GoValue list(int depth) {
    List<GoValue> items = new ArrayList<>();
    at++;
    if (closes(']')) {
      return GoValue.Sequence.of(items);
    }
    do {
      items.add(value(depth + 1));
    } while (continues(']', "after array element"));
    return GoValue.Sequence.of(items);
  }

  private boolean closes(char close) {
    skipSpace();
    if (peek() != close) {
      return false;
    }
    at++;
    return true;
  }

  private boolean continues(char close, String context) {
    skipSpace();
    char c = peek();
    if (c != ',' && c != close) {
      throw invalid(context);
    }
    at++;
    return c == ',';
  }

  private GoValue word(String word, GoValue value) {
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw invalid("in literal %s (expecting '%s')".formatted(word, word.charAt(i)));
      }
      at++;
    }
    return value;
  }

  private GoValue number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (at < text.length() && peek() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (at < text.length() && peek() == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (at < text.length() && (peek() == 'e' || peek() == 'E')) {
      at++;
      if (at < text.length() && (peek() == '+' || peek() == '-')) {
        at++;
      }
      digits("in exponent of numeric literal");
    }
    String digits = text.substring(start, at);
    return new GoValue.Decimal(
        GoNumbers.decimal(digits)
            .orElseThrow(
                () ->
                    new GoError(
                        "json: cannot unmarshal number %s into Go value of type float64"
                            .formatted(digits))));
  }

  private void digits(String context) {
    if (!Character.isDigit(peek())) {
      throw invalid(context);
    }
    while (at < text.length() && peek() >= '0' && peek() <= '9') {
      at++;
    }
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    at++;
    while (true) {
      char c = peek();
      if (c == '"') {
        at++;
        return string.toString();
      }
      if (c < ' ') {
        throw invalid("in string literal");
      }
      at++;
      string.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        at--;
        throw invalid("in string escape code");
      }
    };
  }

  private char unicode() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw invalid("in \\u hexadecimal character escape");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw new GoError(END);
    }
    return text.charAt(at);
  }

  private GoError invalid(String context) {
    if (at >= text.length()) {
      return new GoError(END);
    }
    char c = text.charAt(at);
    String shown = c == '\'' ? "'\\''" : c == '"' ? "'\"'" : "'" + c + "'";
    return new GoError("invalid character %s %s".formatted(escaped(c, shown), context));
  }

  private static String escaped(char c, String shown) {
    return switch (c) {
      case '\n' -> "'\\n'";
      case '\r' -> "'\\r'";
      case '\t' -> "'\\t'";
      case '\\' -> "'\\\\'";
      default -> c < ' ' ? "'\\x%02x'".formatted((int) c) : shown;
    };
  }
}
