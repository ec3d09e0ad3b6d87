package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.meta.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A quantity as Go writes it ({@code resource.Quantity.String}): the largest suffix that leaves an
 * integer, of the kind that was read.
 */
final class CanonicalQuantity {
  private static final BigInteger KIBI = BigInteger.valueOf(1024);
  private static final String BINARY_SUFFIXES = " KMGTPE";
  private static final String DECIMAL_SUFFIXES = "num kMGTPE";

  private CanonicalQuantity() {}

  static String of(Quantity quantity) {
    String text = quantity.text();
    BigDecimal value = quantity.value();
    if (value.signum() == 0) {
      return "0";
    }
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    boolean small = value.abs().compareTo(new BigDecimal(KIBI)) < 0;
    if (text.endsWith("i") && whole && !small) {
      return binary(value.toBigIntegerExact());
    }
    boolean scientific = text.length() > 1 && text.matches(".*[eE][+-]?[0-9]+");
    return decimal(value, scientific);
  }

  private static String binary(BigInteger value) {
    int power = 0;
    BigInteger number = value;
    while (number.mod(KIBI).signum() == 0 && power < BINARY_SUFFIXES.length() - 1) {
      number = number.divide(KIBI);
      power++;
    }
    return power == 0
        ? number.toString()
        : number + BINARY_SUFFIXES.substring(power, power + 1) + "i";
  }

  private static String decimal(BigDecimal value, boolean scientific) {
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = -3 * Math.ceilDiv(stripped.scale(), 3);
    BigInteger number = stripped.movePointLeft(exponent).toBigIntegerExact();
    if (scientific && exponent != 0) {
      return number + "e" + exponent;
    }
    // [Q] Beyond the largest suffix Go prints none, which is another number.
    int place = exponent / 3 + 3;
    boolean suffix = exponent != 0 && place < DECIMAL_SUFFIXES.length();
    return suffix ? number + DECIMAL_SUFFIXES.substring(place, place + 1) : number.toString();
  }
}
