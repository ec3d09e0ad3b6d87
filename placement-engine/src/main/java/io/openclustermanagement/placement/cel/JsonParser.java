package io.openclustermanagement.placement.cel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads JSON into values as {@code parseJSON} does upstream, by Go's {@code encoding/json}: every
 * number is a double, of two equal names the last counts, a lone surrogate becomes U+FFFD.
 */
final class JsonParser {
  /** Go stops at 10,000; no annotation that a person wrote comes near either. */
  private static final int MAX_DEPTH = 1_000;

  private final Evaluation evaluation;
  private final String text;
  private int at;
  private int depth;

  JsonParser(Evaluation evaluation, String text) {
    this.evaluation = evaluation;
    this.text = text;
  }

  private static final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
      super(message, null, false, false);
    }
  }

  /** The value, or an {@link EvaluationError} if the whole text is not one JSON value. */
  Object parse() {
    evaluation.work(text.length());
    try {
      Object value = value();
      skipSpace();
      return at == text.length() ? value : unexpected();
    } catch (SyntaxException e) {
      return new EvaluationError("failed to parse json: " + e.getMessage());
    }
  }

  private Object value() {
    skipSpace();
    if (++depth > MAX_DEPTH) {
      throw new SyntaxException("exceeded max depth");
    }
    Object value =
        switch (peek()) {
          case '{' -> object();
          case '[' -> array();
          case '"' -> string();
          case 't' -> word("true", true);
          case 'f' -> word("false", false);
          case 'n' -> word("null", NullValue.NULL);
          default -> number();
        };
    depth--;
    return value;
  }

  private Object object() {
    Map<Object, Object> members = new LinkedHashMap<>();
    at++;
    skipSpace();
    if (peek() == '}') {
      at++;
      return members;
    }
    do {
      skipSpace();
      if (peek() != '"') {
        return unexpected();
      }
      String name = string();
      skipSpace();
      expect(':');
      members.put(name, value());
      skipSpace();
    } while (accept(','));
    expect('}');
    return members;
  }

  private Object array() {
    ListValue elements = new ListValue();
    at++;
    skipSpace();
    if (accept(']')) {
      return elements;
    }
    do {
      elements.add(value());
      skipSpace();
    } while (accept(','));
    expect(']');
    return elements;
  }

  private String string() {
    StringBuilder value = new StringBuilder();
    at++;
    while (peek() != '"') {
      char c = next();
      if (c < ' ') {
        throw new SyntaxException("invalid character in string literal");
      }
      value.append(c == '\\' ? escape() : c);
    }
    at++;
    return withoutLoneSurrogates(value);
  }

  private char escape() {
    char c = next();
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(plain);
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw new SyntaxException("invalid character in string escape code");
    }
    int code = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw new SyntaxException("invalid character in \\u hexadecimal character escape");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private static String withoutLoneSurrogates(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        text.setCharAt(i, '\ufffd');
      }
    }
    return text.toString();
  }

  private Object number() {
    int start = at;
    accept('-');
    if (!accept('0')) {
      digits();
    }
    if (accept('.')) {
      digits();
    }
    if (accept('e') || accept('E')) {
      if (!accept('+')) {
        accept('-');
      }
      digits();
    }
    double value = Double.parseDouble(text.substring(start, at));
    if (Double.isInfinite(value)) {
      throw new SyntaxException("cannot unmarshal number into Go value of type float64");
    }
    return value;
  }

  private void digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      unexpected();
    }
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      return unexpected();
    }
    at += word.length();
    return value;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private char next() {
    if (at >= text.length()) {
      unexpected();
    }
    return text.charAt(at++);
  }

  private boolean accept(char c) {
    boolean found = peek() == c;
    at += found ? 1 : 0;
    return found;
  }

  private void expect(char c) {
    if (!accept(c)) {
      unexpected();
    }
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Object unexpected() {
    throw new SyntaxException(
        at < text.length()
            ? "invalid character '%s' at offset %d".formatted(text.charAt(at), at)
            : "unexpected end of JSON input");
  }
}
