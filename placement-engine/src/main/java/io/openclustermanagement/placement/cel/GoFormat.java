package io.openclustermanagement.placement.cel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers and times as text, as Go's {@code fmt}, {@code strconv} and {@code time} print them. */
final class GoFormat {
  /** From this power of ten on, {@code %g} with shortest precision prints an exponent. */
  private static final int SHORTEST_EXPONENT = 6;

  private GoFormat() {}

  /** {@code %g}: the fewest digits that give the number back, with an exponent where it is long. */
  static String shortest(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < SHORTEST_EXPONENT) {
      return digits.toPlainString();
    }
    return withExponent(digits, exponent);
  }

  /** {@code strconv.FormatFloat(value, 'f', -1, 64)}, with names for what is not finite. */
  static String decimal(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** {@code %.Nf}. */
  static String fixed(double value, int precision) {
    String text = new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return isNegative(value) && !text.startsWith("-") ? "-" + text : text;
  }

  /** {@code %.Ne}. */
  static String scientific(double value, int precision) {
    if (value == 0) {
      String zero = precision == 0 ? "0" : "0." + "0".repeat(precision);
      return (isNegative(value) ? "-" : "") + zero + "e+00";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = exact.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal mantissa =
        rounded.movePointLeft(exponent).setScale(precision, RoundingMode.UNNECESSARY);
    return mantissa.toPlainString() + exponent(exponent);
  }

  /** Seconds with as many decimals as needed, and an {@code s}. */
  static String duration(Duration value) {
    double seconds = value.getSeconds() + value.getNano() / 1e9;
    return decimal(seconds) + "s";
  }

  private static String withExponent(BigDecimal digits, int exponent) {
    return digits.movePointLeft(exponent).stripTrailingZeros().toPlainString() + exponent(exponent);
  }

  private static String exponent(int value) {
    return (value < 0 ? "e-" : "e+") + (Math.abs(value) < 10 ? "0" : "") + Math.abs(value);
  }

  private static boolean isNegative(double value) {
    return value < 0 || (value == 0 && 1 / value < 0);
  }
}
