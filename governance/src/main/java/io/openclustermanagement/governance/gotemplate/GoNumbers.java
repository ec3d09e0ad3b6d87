package io.openclustermanagement.governance.gotemplate;

import java.math.BigInteger;
import java.util.Optional;

/** Numbers in texts as Go's {@code strconv} reads them. */
public final class GoNumbers {
  private GoNumbers() {}

  /** {@code strconv.ParseInt(text, 0, …)} without its limits of size. */
  public static Optional<BigInteger> wholeNumber(String text) {
    return GoNumber.wholeNumber(text);
  }

  /** {@code strconv.ParseFloat(text, 64)}; nothing if it is none or out of range. */
  public static Optional<Double> decimal(String text) {
    return GoNumber.decimal(text);
  }
}
