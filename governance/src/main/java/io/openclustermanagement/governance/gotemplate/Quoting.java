package io.openclustermanagement.governance.gotemplate;

import java.util.Set;

/** Go's quoted texts ({@code strconv.Quote}, {@code strconv.Unquote}). */
final class Quoting {
  private static final Set<Integer> UNPRINTABLE =
      Set.of(
          (int) Character.UNASSIGNED,
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.PRIVATE_USE,
          (int) Character.SURROGATE,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR,
          (int) Character.SPACE_SEPARATOR);

  private Quoting() {}

  /** The text in double quotes. */
  static String quote(String text) {
    return quote(text, '"', false);
  }

  /** The text in double quotes with nothing but ASCII, as {@code %+q} prints it. */
  static String quoteAscii(String text) {
    return quote(text, '"', true);
  }

  /** A character in single quotes. */
  static String quoteRune(long rune) {
    int point = rune < 0 || rune > Character.MAX_CODE_POINT ? 0xFFFD : (int) rune;
    return quote(Character.toString(point), '\'', false);
  }

  /** {@code unicode.IsPrint}. */
  static boolean isPrintable(int point) {
    return point == ' ' || !UNPRINTABLE.contains(Character.getType(point));
  }

  private static String quote(String text, char quote, boolean ascii) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
    text.codePoints().forEach(point -> append(quoted, point, quote, ascii));
    return quoted.append(quote).toString();
  }

  private static void append(StringBuilder quoted, int point, char quote, boolean ascii) {
    if (point == quote || point == '\\') {
      quoted.append('\\').appendCodePoint(point);
    } else if (GoBytes.isEscaped(point)) {
      quoted.append("\\x%02x".formatted(point & 0xFF));
    } else if (isPrintable(point) && (!ascii || point < 0x80)) {
      quoted.appendCodePoint(point);
    } else {
      quoted.append(escape(point));
    }
  }

  private static String escape(int point) {
    return switch (point) {
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 0x0B -> "\\v";
      default ->
          point < ' ' || point == 0x7F
              ? "\\x%02x".formatted(point)
              : point > 0xFFFF ? "\\U%08x".formatted(point) : "\\u%04x".formatted(point);
    };
  }

  /**
   * The text of a quoted text, in double quotes or back quotes.
   *
   * @throws GoError if it is malformed
   */
  static String unquote(String quoted) {
    String inner = quoted.substring(1, quoted.length() - 1);
    if (quoted.startsWith("`")) {
      return inner.replace("\r", "");
    }
    return new Unquoter(inner, '"').text();
  }

  /**
   * The character of a constant such as {@code 'a'}.
   *
   * @throws GoError if it is malformed
   */
  static int unquoteRune(String constant) {
    Unquoter unquoter = new Unquoter(constant.substring(1), '\'');
    int rune = unquoter.next();
    if (!unquoter.rest().equals("'")) {
      throw new GoError("malformed character constant: " + constant);
    }
    return rune;
  }

  private static final class Unquoter {
    private final String text;
    private final char quote;
    private int at;
    private boolean isByte;

    Unquoter(String text, char quote) {
      this.text = text;
      this.quote = quote;
    }

    String rest() {
      return text.substring(at);
    }

    String text() {
      StringBuilder plain = new StringBuilder();
      java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
      while (at < text.length()) {
        int point = next();
        if (isByte) {
          bytes.write(point);
        } else {
          bytes.writeBytes(GoBytes.of(Character.toString(point)));
        }
      }
      return plain.append(GoBytes.text(bytes.toByteArray())).toString();
    }

    int next() {
      isByte = false;
      if (at >= text.length()) {
        throw invalid();
      }
      int point = text.codePointAt(at);
      if (point == quote) {
        throw invalid();
      }
      at += Character.charCount(point);
      return point == '\\' ? escape() : point;
    }

    private int escape() {
      if (at >= text.length()) {
        throw invalid();
      }
      char c = text.charAt(at++);
      return switch (c) {
        case 'a' -> 0x07;
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'v' -> 0x0B;
        case '\\' -> '\\';
        case '\'', '"' -> same(c);
        case 'x' -> octet(digits(2, 16));
        case 'u' -> point(digits(4, 16));
        case 'U' -> point(digits(8, 16));
        case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
        default -> throw invalid();
      };
    }

    private int same(char c) {
      if (c != quote) {
        throw invalid();
      }
      return c;
    }

    private int octal() {
      at--;
      return octet(digits(3, 8));
    }

    private int octet(long value) {
      if (value > 0xFF) {
        throw invalid();
      }
      isByte = true;
      return (int) value;
    }

    private int point(long value) {
      if (value > Character.MAX_CODE_POINT
          || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
        throw invalid();
      }
      return (int) value;
    }

    private long digits(int count, int radix) {
      if (at + count > text.length()) {
        throw invalid();
      }
      long value = 0;
      for (int i = 0; i < count; i++) {
        int digit = Character.digit(text.charAt(at++), radix);
        if (digit < 0) {
          throw invalid();
        }
        value = value * radix + digit;
      }
      return value;
    }

    private static GoError invalid() {
      return new GoError("invalid syntax");
    }
  }
}
