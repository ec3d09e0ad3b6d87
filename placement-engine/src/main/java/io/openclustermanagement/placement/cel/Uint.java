package io.openclustermanagement.placement.cel;

/**
 * CEL's {@code uint}.
 *
 * @param bits the 64 bits, read without a sign
 */
record Uint(long bits) implements Comparable<Uint> {

  /** Two to the 64th. */
  static final double TWO_TO_64 = 0x1p64;

  double toDouble() {
    double low = bits & Long.MAX_VALUE;
    return bits >= 0 ? low : low + 0x1p63;
  }

  @Override
  public int compareTo(Uint other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(bits);
  }
}
