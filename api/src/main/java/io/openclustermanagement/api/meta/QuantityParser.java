package io.openclustermanagement.api.meta;

import io.openclustermanagement.api.meta.Quantity.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads quantities into the two forms that apimachinery keeps them in, because the approximate
 * floating point value depends on the form: a mantissa with a small decimal scale where that is
 * enough, otherwise an exact decimal with nine fraction digits.
 */
final class QuantityParser {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_EXPONENT = 1_000;
  private static final int MAX_INT64_DIGITS = 18;
  private static final int NANO = 9;
  private static final BigInteger MAX_INT64 = BigInteger.valueOf(Long.MAX_VALUE);
  private static final String DECIMAL_SUFFIXES = "num kMGTPE";
  private static final String BINARY_SUFFIXES = "KMGTPE";

  private final String text;
  private int at;

  private QuantityParser(String text) {
    this.text = text;
  }

  /** What follows the digits: a power of two or ten. */
  private record Suffix(boolean binary, int exponent) {}

  static Amount parse(String text) {
    Amount amount = tryParse(text);
    if (amount == null) {
      throw new IllegalArgumentException("not a quantity: " + text);
    }
    return amount;
  }

  static @Nullable Amount tryParse(String text) {
    return text.length() > MAX_LENGTH ? null : new QuantityParser(text).parse();
  }

  private @Nullable Amount parse() {
    boolean negative = peek() == '-';
    if (negative || peek() == '+') {
      at++;
    }
    String whole = digits();
    boolean point = peek() == '.';
    if (point) {
      at++;
    }
    String fraction = point ? digits() : "";
    Suffix suffix = suffix();
    if (suffix == null || whole.isEmpty() && fraction.isEmpty()) {
      return null;
    }
    Amount amount = amount(stripZeros(whole), fraction, suffix);
    return negative ? amount.negated() : amount;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private String digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return text.substring(start, at);
  }

  private static String stripZeros(String digits) {
    int start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    return start == digits.length() ? "0" : digits.substring(start);
  }

  private @Nullable Suffix suffix() {
    String rest = text.substring(at);
    if (rest.isEmpty()) {
      return new Suffix(false, 0);
    }
    char first = rest.charAt(0);
    if (rest.length() == 1) {
      int place = first == ' ' ? -1 : DECIMAL_SUFFIXES.indexOf(first);
      return place < 0 ? null : new Suffix(false, 3 * (place - 3));
    }
    if (rest.length() == 2 && rest.charAt(1) == 'i') {
      int place = BINARY_SUFFIXES.indexOf(first);
      return place < 0 ? null : new Suffix(true, 10 * (place + 1));
    }
    return first == 'e' || first == 'E' ? exponent(rest) : null;
  }

  private static @Nullable Suffix exponent(String rest) {
    int start = rest.charAt(1) == '+' || rest.charAt(1) == '-' ? 2 : 1;
    int value = 0;
    for (int i = start; i < rest.length(); i++) {
      int digit = rest.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value > MAX_EXPONENT) {
        return null;
      }
      value = value * 10 + digit;
    }
    boolean valid = start < rest.length() && value <= MAX_EXPONENT;
    return valid ? new Suffix(false, rest.charAt(1) == '-' ? -value : value) : null;
  }

  private static Amount amount(String whole, String fraction, Suffix suffix) {
    BigInteger digits = new BigInteger(whole + fraction);
    BigInteger unscaled = suffix.binary() ? digits.shiftLeft(suffix.exponent()) : digits;
    int exponent = (suffix.binary() ? 0 : suffix.exponent()) - fraction.length();
    Amount amount = new Amount(unscaled, exponent, true);
    return isSmall(whole, fraction, suffix, amount) ? amount : exact(amount, suffix.binary());
  }

  /** Whether apimachinery keeps the amount as an int64 with a scale. */
  private static boolean isSmall(String whole, String fraction, Suffix suffix, Amount amount) {
    int spare =
        suffix.binary()
            ? 15 - whole.length() - suffix.exponent() * 3 / 10 - 1
            : MAX_INT64_DIGITS - whole.length() - fraction.length();
    return spare >= 0
        && !(suffix.binary() && !fraction.isEmpty())
        && amount.exponent() >= -NANO
        && amount.unscaled().bitLength() < Long.SIZE;
  }

  private static Amount exact(Amount amount, boolean binary) {
    if (amount.unscaled().signum() == 0) {
      return new Amount(BigInteger.ZERO, amount.exponent(), false);
    }
    BigInteger nanos = amount.value().setScale(NANO, RoundingMode.UP).unscaledValue();
    boolean capped = binary && new BigDecimal(nanos, NANO).compareTo(new BigDecimal(MAX_INT64)) > 0;
    return capped ? new Amount(MAX_INT64, 0, false) : new Amount(nanos, -NANO, false);
  }

  /** A power of ten by the two table look-ups of Go's {@code math.Pow10}. */
  static double pow10(int exponent) {
    if (exponent >= 0) {
      return power(exponent / 32 * 32) * power(exponent % 32);
    }
    return power(exponent / 32 * 32) / power(-exponent % 32);
  }

  private static double power(int exponent) {
    return Double.parseDouble("1e" + exponent);
  }
}
