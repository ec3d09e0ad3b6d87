package io.openclustermanagement.governance.gotemplate;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number of a template, which is all that it can stand for.
 *
 * @param integer as a whole number, {@code null} if it is none that fits
 * @param huge whether it is a whole number from 2^63 to 2^64-1
 * @param decimal as a {@code float64}
 * @param isDecimal whether a constant without a type is a {@code float64}
 */
record GoNumber(@Nullable Long integer, boolean huge, double decimal, boolean isDecimal) {
  private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(64);

  static GoNumber ofRune(int rune) {
    return new GoNumber((long) rune, false, rune, false);
  }

  /**
   * The number of a constant.
   *
   * @throws GoError if it is none
   */
  static GoNumber parse(String text) {
    if (text.endsWith("i") && !text.startsWith("0x") && !text.startsWith("0X")) {
      throw new GoError("complex numbers are not supported: " + text);
    }
    Optional<BigInteger> whole = wholeNumber(text);
    if (whole.isPresent() && whole.get().bitLength() < Long.SIZE) {
      return new GoNumber(whole.get().longValue(), false, whole.get().doubleValue(), false);
    }
    if (whole.isPresent()
        && whole.get().signum() > 0
        && whole.get().compareTo(UNSIGNED_LIMIT) < 0) {
      return new GoNumber(null, true, whole.get().doubleValue(), false);
    }
    Optional<Double> decimal = decimal(text);
    if (decimal.isEmpty()) {
      throw new GoError("illegal number syntax: " + Quoting.quote(text));
    }
    if (text.chars().noneMatch(c -> ".eEpP".indexOf(c) >= 0)) {
      throw new GoError("integer overflow: " + Quoting.quote(text));
    }
    double value = decimal.get();
    boolean fits = value == (long) value && Math.abs(value) < 0x1p63;
    return new GoNumber(fits ? (long) value : null, false, value, true);
  }

  /** {@code strconv.ParseInt(text, 0, …)} without its limits. */
  static Optional<BigInteger> wholeNumber(String text) {
    String digits = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
    int radix = radix(digits);
    String body = radix == 10 ? digits : digits.substring(isOldOctal(digits) ? 1 : 2);
    if (!underscoresOk(digits, radix)) {
      return Optional.empty();
    }
    String clean = body.replace("_", "");
    if (clean.isEmpty()
        || !clean.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0)) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger(clean, radix);
    return Optional.of(text.startsWith("-") ? value.negate() : value);
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 10;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static boolean isOldOctal(String digits) {
    return digits.charAt(1) != 'o' && digits.charAt(1) != 'O' && radix(digits) == 8;
  }

  /** An underscore has to be between digits, or between the prefix and a digit. */
  private static boolean underscoresOk(String digits, int radix) {
    if (digits.indexOf('_') < 0) {
      return true;
    }
    boolean prefixed = radix != 10;
    return !digits.startsWith("_")
        && !digits.endsWith("_")
        && !digits.contains("__")
        && (prefixed || !digits.startsWith("0_"));
  }

  /** {@code strconv.ParseFloat(text, 64)}; nothing if it is none or out of range. */
  static Optional<Double> decimal(String text) {
    String clean = text.indexOf('_') >= 0 ? withoutUnderscores(text) : text;
    String lower = clean.toLowerCase(java.util.Locale.ROOT);
    String unsigned = lower.startsWith("+") || lower.startsWith("-") ? lower.substring(1) : lower;
    double sign = lower.startsWith("-") ? -1 : 1;
    if (unsigned.equals("inf") || unsigned.equals("infinity")) {
      return Optional.of(sign * Double.POSITIVE_INFINITY);
    }
    if (lower.equals("nan")) {
      return Optional.of(Double.NaN);
    }
    boolean hex = unsigned.startsWith("0x");
    if (!unsigned.matches(
        hex
            ? "0x([0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)p[+-]?[0-9]+"
            : "([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?")) {
      return Optional.empty();
    }
    double value = Double.parseDouble(unsigned);
    return Double.isInfinite(value) ? Optional.empty() : Optional.of(sign * value);
  }

  /** Underscores are part of decimal numbers only where a prefix allows them. */
  private static String withoutUnderscores(String text) {
    String digits = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
    return digits.startsWith("0x") || digits.startsWith("0X") ? text.replace("_", "") : text;
  }
}
