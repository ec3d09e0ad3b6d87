package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonValue;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a plain scalar means, by the rules of YAML 1.1 as {@code sigs.k8s.io/yaml} applies them
 * ({@code goyaml.v2/resolve.go}): {@code yes} and {@code on} are booleans, {@code 010} is 8, {@code
 * 1_000} is 1000, {@code 08} is the float 8, and dates stay texts.
 */
final class Scalars {
  private static final BigInteger MAX_UINT64 =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final int LONGEST_NUMBER = 400;

  private Scalars() {}

  /** Stands for {@code null}. */
  static final Object NULL = new Object();

  /**
   * The value of a scalar: {@link #NULL}, or a {@code String}, {@code Boolean}, {@code Long},
   * {@code BigInteger} or {@code Double}.
   */
  static Object value(YamlNode.Scalar scalar) {
    String tag = scalar.tag();
    if (tag != null) {
      return tagged(tag, scalar.text());
    }
    return scalar.plain() ? plain(scalar.text()) : scalar.text();
  }

  /**
   * A decimal number as it reaches the API server: YAML becomes JSON text on the way, in which
   * {@code 1.0} is {@code 1} and so an integer.
   */
  static JsonValue json(double number) {
    long integer = (long) number;
    boolean whole = integer == number && Math.abs(number) < 0x1p63;
    return whole ? new JsonInteger(integer) : new JsonDecimal(number);
  }

  private static Object tagged(String tag, String text) {
    return switch (tag) {
      case "tag:yaml.org,2002:int",
          "tag:yaml.org,2002:float",
          "tag:yaml.org,2002:bool",
          "tag:yaml.org,2002:null" ->
          plain(text);
      default -> text;
    };
  }

  /** The value of a text without quotes. */
  static Object plain(String text) {
    if (text.isEmpty()) {
      return NULL;
    }
    return switch (text.charAt(0)) {
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' -> word(text);
      case '.', '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(text);
      default -> text;
    };
  }

  private static Object word(String text) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> true;
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> false;
      case "~", "null", "Null", "NULL" -> NULL;
      default -> text;
    };
  }

  private static Object number(String text) {
    Double special = special(text);
    if (special != null) {
      return special;
    }
    if (text.length() > LONGEST_NUMBER) {
      return text;
    }
    if (text.charAt(0) == '.') {
      return orText(decimal(text), text);
    }
    if (isDate(text)) {
      return text;
    }
    String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
    BigInteger integer = integer(digits);
    if (integer == null) {
      return orText(decimal(digits), text);
    }
    if (integer.bitLength() < Long.SIZE) {
      return integer.longValue();
    }
    return integer.signum() > 0 && integer.compareTo(MAX_UINT64) <= 0
        ? integer
        : orText(decimal(digits), text);
  }

  private static Object orText(@Nullable Double number, String text) {
    return number == null ? text : number;
  }

  private static @Nullable Double special(String text) {
    return switch (text) {
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
      case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }

  /** Whether it starts like a date, which stays a text. No number has a hyphen there. */
  private static boolean isDate(String text) {
    return text.length() > 4 && text.charAt(4) == '-' && allDigits(text, 0, 4, 10);
  }

  private static @Nullable BigInteger integer(String text) {
    int start = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
    int radix = radix(text, start);
    int digits = start + prefixLength(text, start, radix);
    if (digits >= text.length() || !allDigits(text, digits, text.length(), radix)) {
      return null;
    }
    BigInteger value = new BigInteger(text.substring(digits), radix);
    return text.charAt(0) == '-' ? value.negate() : value;
  }

  private static int radix(String text, int start) {
    if (start + 1 >= text.length() || text.charAt(start) != '0') {
      return 10;
    }
    return switch (text.charAt(start + 1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static int prefixLength(String text, int start, int radix) {
    return switch (radix) {
      case 10 -> 0;
      case 8 -> text.charAt(start + 1) == 'o' || text.charAt(start + 1) == 'O' ? 2 : 1;
      default -> 2;
    };
  }

  private static boolean allDigits(String text, int start, int end, int radix) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) > 'z' || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A decimal number: digits with at most one point, and an exponent. */
  private static @Nullable Double decimal(String text) {
    int at = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
    int whole = skipDigits(text, at);
    int fraction = whole;
    if (whole < text.length() && text.charAt(whole) == '.') {
      fraction = skipDigits(text, whole + 1);
    }
    boolean empty = fraction == at || fraction == at + 1 && whole == at;
    if (empty || !isExponent(text, fraction)) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : value;
  }

  private static boolean isExponent(String text, int at) {
    if (at == text.length()) {
      return true;
    }
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E' || at + 1 == text.length()) {
      return false;
    }
    char sign = text.charAt(at + 1);
    int digits = sign == '+' || sign == '-' ? at + 2 : at + 1;
    return digits < text.length() && skipDigits(text, digits) == text.length();
  }

  private static int skipDigits(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
