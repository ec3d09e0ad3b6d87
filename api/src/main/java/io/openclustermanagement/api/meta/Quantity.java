package io.openclustermanagement.api.meta;

import java.math.BigDecimal;

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
