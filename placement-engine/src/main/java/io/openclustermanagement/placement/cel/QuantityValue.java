package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.api.meta.Quantity.Amount;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * An amount of a resource ({@code kubernetes.Quantity}), in the two forms of {@code
 * apimachinery/pkg/api/resource}: a 64-bit number with a decimal exponent, or an exact decimal. The
 * form decides what {@code isInteger} says.
 *
 * @param amount digits, power of ten, and which form it is
 * @param computed whether {@code add} or {@code sub} made it. [Q] Such a quantity on the right of
 *     {@code ==} is an error, because upstream's function returns a pointer that its comparison
 *     does not expect.
 */
record QuantityValue(Amount amount, boolean computed) implements OpaqueValue {

  /** A quantity or an {@link EvaluationError}. */
  static Object parse(String text) {
    if (!Quantity.isValid(text)) {
      return new EvaluationError(
          "quantities must match the regular expression"
              + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    }
    return new QuantityValue(new Quantity(text).amount(), false);
  }

  QuantityValue plus(QuantityValue other) {
    return new QuantityValue(sum(amount, other.amount), true);
  }

  private static Amount sum(Amount a, Amount b) {
    if (b.unscaled().signum() == 0 && b.compact()) {
      return a;
    }
    if (a.unscaled().signum() == 0 && a.compact()) {
      return b;
    }
    int exponent = Math.min(a.exponent(), b.exponent());
    BigInteger digits =
        a.value().add(b.value()).setScale(-exponent, RoundingMode.UNNECESSARY).unscaledValue();
    boolean compact = a.compact() && b.compact() && digits.bitLength() < Long.SIZE;
    return new Amount(digits, exponent, compact);
  }

  QuantityValue negated() {
    return new QuantityValue(amount.negated(), computed);
  }

  static QuantityValue of(long value) {
    return new QuantityValue(new Amount(BigInteger.valueOf(value), 0, true), false);
  }

  /** The amount as an integer, if its form shows one: {@code 1k} does, {@code 1000m} does not. */
  OptionalLong asInteger() {
    if (!amount.compact() || amount.exponent() < 0) {
      return OptionalLong.empty();
    }
    BigInteger integer = amount.value().toBigInteger();
    return integer.bitLength() < Long.SIZE
        ? OptionalLong.of(integer.longValue())
        : OptionalLong.empty();
  }

  int compareTo(QuantityValue other) {
    return amount.value().compareTo(other.amount.value());
  }

  @Override
  public String typeName() {
    return "kubernetes.Quantity";
  }

  @Override
  public Object equalTo(Object other) {
    return other instanceof QuantityValue that && !that.computed
        ? (Object) (compareTo(that) == 0)
        : EvaluationError.NO_SUCH_OVERLOAD;
  }

  @Override
  public String toString() {
    return amount.value().stripTrailingZeros().toPlainString();
  }
}
