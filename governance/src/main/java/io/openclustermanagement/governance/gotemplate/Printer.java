package io.openclustermanagement.governance.gotemplate;

import io.openclustermanagement.governance.compare.GoText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints one value with the flags of a verb. */
final class Printer {
  private static final String TIME = "2006-01-02 15:04:05.999999999 -0700 MST";

  private final StringBuilder text;
  int width = -1;
  int precision = -1;
  boolean minus;
  boolean plus;
  boolean plusV;
  boolean sharp;
  boolean sharpV;
  boolean space;
  boolean zero;

  Printer(StringBuilder text) {
    this.text = text;
  }

  static String print(GoValue value) {
    StringBuilder text = new StringBuilder();
    new Printer(text).print(value, 'v');
    return text.toString();
  }

  void print(GoValue value, int verb) {
    print(value, verb, 0);
  }

  private void print(GoValue value, int verb, int depth) {
    GoValues.checkSize(text.length(), depth);
    if (verb == 'T') {
      pad(value instanceof GoValue.Nil ? "<nil>" : value.type().name());
      return;
    }
    switch (value) {
      case GoValue.Nil _ -> nil(verb, depth);
      case GoValue.Bool(boolean bool) -> bool(bool, value, verb);
      case GoValue.Int(long number, _) -> integer(number, value, verb);
      case GoValue.Decimal(double number) -> decimal(number, value, verb);
      case GoValue.Text(String string) -> string(string, value, verb);
      case GoValue.Sequence list -> list(list, verb, depth);
      case GoValue.Mapping map -> map(map, verb, depth);
      case GoValue.Struct struct -> struct(struct, verb, depth);
      case GoValue.Time time -> stringer(TimeLayout.format(time.value(), TIME), value, verb);
      case GoValue.Instance instance -> stringer(instance.print(), value, verb);
    }
  }

  private void stringer(String string, GoValue value, int verb) {
    switch (verb) {
      case 'v', 's', 'x', 'X', 'q' -> string(string, value, verb);
      default -> bad(value, verb);
    }
  }

  private void nil(int verb, int depth) {
    if (depth > 0) {
      text.append(sharpV ? "interface {}(nil)" : "<nil>");
    } else if (verb == 'v') {
      pad("<nil>");
    } else {
      text.append("%!").appendCodePoint(verb).append("(<nil>)");
    }
  }

  private void bad(GoValue value, int verb) {
    text.append("%!").appendCodePoint(verb).append('(');
    text.append(value.type()).append('=');
    print(value, 'v');
    text.append(')');
  }

  private void bool(boolean bool, GoValue value, int verb) {
    if (verb == 't' || verb == 'v') {
      pad(Boolean.toString(bool));
    } else {
      bad(value, verb);
    }
  }

  private void integer(long number, GoValue value, int verb) {
    boolean unsigned = value.type().equals(GoType.UINT8);
    switch (verb) {
      case 'v' -> {
        if (sharpV && unsigned) {
          boolean before = sharp;
          sharp = true;
          digits(number, 16, "0x", false);
          sharp = before;
        } else {
          digits(number, 10, "", false);
        }
      }
      case 'd' -> digits(number, 10, "", false);
      case 'b' -> digits(number, 2, sharp ? "0b" : "", false);
      case 'o' -> digits(number, 8, sharp ? "0" : "", false);
      case 'O' -> digits(number, 8, "0o", false);
      case 'x' -> digits(number, 16, sharp ? "0x" : "", false);
      case 'X' -> digits(number, 16, sharp ? "0X" : "", true);
      case 'c' -> pad(Character.toString(rune(number)));
      case 'q' -> pad(Quoting.quoteRune(number));
      case 'U' -> unicode(number);
      default -> bad(value, verb);
    }
  }

  private static int rune(long number) {
    boolean valid =
        number >= 0
            && number <= Character.MAX_CODE_POINT
            && (number < Character.MIN_SURROGATE || number > Character.MAX_SURROGATE);
    return valid ? (int) number : 0xFFFD;
  }

  private void unicode(long number) {
    String hex = "U+%04X".formatted(number);
    pad(
        sharp && Quoting.isPrintable(rune(number))
            ? hex + " '" + Character.toString(rune(number)) + "'"
            : hex);
  }

  private void digits(long number, int radix, String prefix, boolean upper) {
    if (precision == 0 && number == 0) {
      boolean zeros = zero;
      zero = false;
      pad("");
      zero = zeros;
      return;
    }
    String digits = BigInteger.valueOf(number).abs().toString(radix);
    String sign = number < 0 ? "-" : plus ? "+" : space ? " " : "";
    int least = precision;
    if (precision < 0 && zero && !minus && width >= 0) {
      least = width - (sign.isEmpty() ? 0 : 1);
    }
    String padded = "0".repeat(Math.max(0, least - digits.length())) + digits;
    if (prefix.equals("0") && padded.startsWith("0")) {
      prefix = "";
    }
    boolean zeros = zero;
    zero = false;
    pad(sign + prefix + (upper ? padded.toUpperCase(Locale.ROOT) : padded));
    zero = zeros;
  }

  private void decimal(double number, GoValue value, int verb) {
    switch (verb) {
      case 'x', 'X' -> {
        boolean negative = number < 0 || (number == 0 && 1 / number < 0);
        String hex = hex(Math.abs(number));
        signed(negative, verb == 'X' ? hex.toUpperCase(Locale.ROOT) : hex);
      }
      case 'v', 'g', 'G', 'e', 'E', 'f', 'F' -> {
        String digits = unsigned(Math.abs(number), verb == 'F' ? 'f' : verb);
        boolean negative = number < 0 || (number == 0 && 1 / number < 0);
        signed(negative, verb == 'E' || verb == 'G' ? digits.toUpperCase(Locale.ROOT) : digits);
      }
      default -> bad(value, verb);
    }
  }

  /** With the digits that are needed; Go's precision for these is not supported. */
  private static String hex(double number) {
    String hex = Double.toHexString(number).replace(".0p", "p");
    int p = hex.indexOf('p');
    if (p < 0) {
      return hex.equals("NaN") ? hex : "Inf";
    }
    int exponent = Integer.parseInt(hex.substring(p + 1));
    return "%sp%s%02d".formatted(hex.substring(0, p), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private String unsigned(double number, int verb) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return "Inf";
    }
    return switch (verb) {
      case 'v' -> precision < 0 ? GoText.decimal(number) : shortest(number, precision);
      case 'g', 'G' -> precision < 0 ? GoText.decimal(number) : shortest(number, precision);
      case 'e', 'E' -> exponent(new BigDecimal(number), precision < 0 ? 6 : precision);
      default ->
          new BigDecimal(number)
              .setScale(precision < 0 ? 6 : precision, RoundingMode.HALF_EVEN)
              .toPlainString();
    };
  }

  /** {@code %.Ng}. */
  private static String shortest(double number, int precision) {
    int digits = Math.max(precision, 1);
    if (number == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(number).round(new java.math.MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal bare = rounded.stripTrailingZeros();
    int limit =
        digits > bare.precision() && bare.precision() >= exponent + 1 ? bare.precision() : digits;
    return exponent < -4 || exponent >= limit
        ? exponent(bare, bare.precision() - 1)
        : bare.toPlainString();
  }

  private static String exponent(BigDecimal number, int decimals) {
    BigDecimal rounded =
        number.round(new java.math.MathContext(decimals + 1, RoundingMode.HALF_EVEN));
    int exponent = number.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String mantissa =
        rounded.movePointLeft(exponent).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private void signed(boolean negative, String digits) {
    boolean number = !digits.equals("INF") && !digits.equals("Inf") && !digits.equals("NaN");
    String sign = negative ? "-" : plus ? "+" : space ? " " : "";
    if (digits.equals("Inf") && sign.isEmpty()) {
      sign = "+";
    }
    boolean zeros = zero;
    if (zero && !minus && number && width > 0) {
      text.append(sign);
      text.append("0".repeat(Math.max(0, width - sign.length() - digits.length())));
      text.append(digits);
      return;
    }
    zero = false;
    pad(sign + digits);
    zero = zeros;
  }

  private void string(String string, GoValue value, int verb) {
    switch (verb) {
      case 'v' -> {
        if (sharpV) {
          pad(quoted(string));
        } else {
          pad(truncated(string));
        }
      }
      case 's' -> pad(truncated(string));
      case 'q' -> pad(quoted(truncated(string)));
      case 'x' -> hex(string, "%02x");
      case 'X' -> hex(string, "%02X");
      default -> bad(value, verb);
    }
  }

  private String quoted(String string) {
    if (sharp && !string.contains("`") && string.chars().noneMatch(c -> c < ' ' && c != '\t')) {
      return "`" + string + "`";
    }
    return plus ? Quoting.quoteAscii(string) : Quoting.quote(string);
  }

  private String truncated(String string) {
    if (precision < 0 || string.codePointCount(0, string.length()) <= precision) {
      return string;
    }
    return string.substring(0, string.offsetByCodePoints(0, precision));
  }

  private void hex(String string, String pattern) {
    byte[] bytes = GoBytes.of(string);
    int count = precision < 0 ? bytes.length : Math.min(precision, bytes.length);
    String prefix = sharp ? (pattern.endsWith("X") ? "0X" : "0x") : "";
    StringBuilder hex = new StringBuilder(count == 0 ? "" : prefix);
    for (int i = 0; i < count; i++) {
      hex.append(space && i > 0 ? " " + prefix : "");
      hex.append(pattern.formatted(bytes[i] & 0xFF));
    }
    pad(hex.toString());
  }

  private void list(GoValue.Sequence list, int verb, int depth) {
    if (sharpV) {
      text.append(list.type());
      if (list.isNil()) {
        text.append("(nil)");
        return;
      }
      items(list.items(), "{", ", ", "}", verb, depth);
    } else {
      items(list.items(), "[", " ", "]", verb, depth);
    }
  }

  private void items(
      List<GoValue> items, String open, String separator, String close, int verb, int depth) {
    text.append(open);
    for (int i = 0; i < items.size(); i++) {
      text.append(i > 0 ? separator : "");
      print(items.get(i), verb, depth + 1);
    }
    text.append(close);
  }

  private void map(GoValue.Mapping map, int verb, int depth) {
    if (sharpV && map.isNil()) {
      text.append(map.type()).append("(nil)");
      return;
    }
    text.append(sharpV ? map.type() + "{" : "map[");
    boolean first = true;
    for (Map.Entry<String, GoValue> entry : map.entries().entrySet()) {
      text.append(first ? "" : sharpV ? ", " : " ");
      print(new GoValue.Text(entry.getKey()), verb, depth + 1);
      text.append(':');
      print(entry.getValue(), verb, depth + 1);
      first = false;
    }
    text.append(sharpV ? '}' : ']');
  }

  private void struct(GoValue.Struct struct, int verb, int depth) {
    text.append(sharpV ? struct.type().name() : "").append('{');
    boolean first = true;
    for (Map.Entry<String, GoValue> field : struct.fields().entrySet()) {
      text.append(first ? "" : sharpV ? ", " : " ");
      text.append(plusV || sharpV ? field.getKey() + ":" : "");
      print(field.getValue(), verb, depth + 1);
      first = false;
    }
    text.append('}');
  }

  private void pad(String string) {
    int missing = width < 0 ? 0 : width - string.codePointCount(0, string.length());
    if (missing <= 0) {
      text.append(string);
    } else if (minus) {
      text.append(string).append(" ".repeat(missing));
    } else {
      text.append((zero ? "0" : " ").repeat(missing)).append(string);
    }
  }
}
