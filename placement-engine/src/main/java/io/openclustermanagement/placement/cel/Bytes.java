package io.openclustermanagement.placement.cel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** CEL's {@code bytes}. The array is never changed. */
@SuppressWarnings("ArrayRecordComponent") // Equality and order are by content, below.
record Bytes(byte[] octets) implements Comparable<Bytes> {

  static Bytes of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  Bytes plus(Bytes other) {
    byte[] joined = Arrays.copyOf(octets, octets.length + other.octets.length);
    System.arraycopy(other.octets, 0, joined, octets.length, other.octets.length);
    return new Bytes(joined);
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(octets, other.octets);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return new String(octets, StandardCharsets.UTF_8);
  }
}
