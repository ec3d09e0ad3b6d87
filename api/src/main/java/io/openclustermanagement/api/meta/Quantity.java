package io.openclustermanagement.api.meta;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An amount of a resource, such as {@code 500m} or {@code 8Gi} ({@code
 * k8s.io/apimachinery/pkg/api/resource Quantity}).
 *
 * <p>The text is kept as it was written, and two quantities are equal when their texts are; {@link
 * #compareTo} compares the amounts.
 *
 * @param text the amount as written
 */
public record Quantity(String text) implements Comparable<Quantity> {

  /**
   * @throws IllegalArgumentException if the text is not a quantity
   */
  public Quantity {
    QuantityParser.parse(text);
  }

  /** Whether a text is a quantity. */
  public static boolean isValid(String text) {
    return QuantityParser.tryParse(text) != null;
  }

  /**
   * An amount as apimachinery keeps it: an integer times a power of ten.
   *
   * @param unscaled the integer
   * @param exponent the power of ten
   * @param compact whether it is kept as a 64-bit number rather than as an exact decimal; only then
   *     can it be read as an integer
   */
  public record Amount(BigInteger unscaled, int exponent, boolean compact) {
    /** The exact value. */
    public BigDecimal value() {
      return new BigDecimal(unscaled, -exponent);
    }

    /** The value by way of floating point numbers ({@code AsApproximateFloat64}). */
    public double approximation() {
      double base = unscaled.doubleValue();
      return exponent == 0 ? base : base * QuantityParser.pow10(exponent);
    }

    /** The same amount with the other sign. */
    public Amount negated() {
      return new Amount(unscaled.negate(), exponent, compact);
    }
  }

  /** The amount in the form that decides how it is computed with. */
  public Amount amount() {
    return QuantityParser.parse(text);
  }

  /** The exact amount, in the base unit; what is smaller than a nano unit is rounded up to one. */
  public BigDecimal value() {
    return QuantityParser.parse(text).value();
  }

  /**
   * The amount as the scheduler computes with it ({@code AsApproximateFloat64}): mantissa and power
   * of ten as floating point numbers, multiplied, which is not always the nearest number.
   */
  public double asApproximateFloat64() {
    return QuantityParser.parse(text).approximation();
  }

  @Override
  public int compareTo(Quantity other) {
    return value().compareTo(other.value());
  }

  @Override
  public String toString() {
    return text;
  }
}
