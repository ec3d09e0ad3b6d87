package io.openclustermanagement.placement;

import java.util.Arrays;

/**
 * Operations on {@code long[]} bitmaps whose bit {@code i} stands for the cluster at position
 * {@code i} of the fleet in name order. Bits at and behind the size of the fleet are always zero.
 */
final class Bitmap {
  private Bitmap() {}

  static long[] empty(int size) {
    return new long[(size + 63) >>> 6];
  }

  static long[] full(int size) {
    long[] bits = empty(size);
    Arrays.fill(bits, -1L);
    if ((size & 63) != 0) {
      bits[bits.length - 1] = (1L << size) - 1;
    }
    return bits;
  }

  static boolean get(long[] bits, int i) {
    return (bits[i >>> 6] & (1L << i)) != 0;
  }

  static void set(long[] bits, int i, boolean value) {
    if (value) {
      bits[i >>> 6] |= 1L << i;
    } else {
      bits[i >>> 6] &= ~(1L << i);
    }
  }

  static void and(long[] into, long[] other) {
    for (int w = 0; w < into.length; w++) {
      into[w] &= other[w];
    }
  }

  static void or(long[] into, long[] other) {
    for (int w = 0; w < into.length; w++) {
      into[w] |= other[w];
    }
  }

  static void andNot(long[] into, long[] other) {
    for (int w = 0; w < into.length; w++) {
      into[w] &= ~other[w];
    }
  }

  static int count(long[] bits) {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    return count;
  }

  static boolean isEmpty(long[] bits) {
    for (long word : bits) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** Positions of the set bits, ascending, which is name order. */
  static int[] positions(long[] bits) {
    int[] positions = new int[count(bits)];
    int n = 0;
    for (int w = 0; w < bits.length; w++) {
      for (long word = bits[w]; word != 0; word &= word - 1) {
        positions[n++] = (w << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return positions;
  }

  /** A bitmap of {@code size + 1} clusters in which a zero bit was inserted at {@code at}. */
  static long[] insert(long[] bits, int size, int at) {
    long[] grown = Arrays.copyOf(bits, (size + 64) >>> 6);
    int word = at >>> 6;
    for (int w = grown.length - 1; w > word; w--) {
      grown[w] = (grown[w] << 1) | (grown[w - 1] >>> 63);
    }
    long low = (1L << at) - 1;
    grown[word] = (grown[word] & low) | ((grown[word] & ~low) << 1);
    return grown;
  }

  /** A bitmap of {@code size - 1} clusters in which the bit at {@code at} was removed. */
  static long[] remove(long[] bits, int size, int at) {
    long[] shrunk = bits.clone();
    int word = at >>> 6;
    long low = (1L << at) - 1;
    shrunk[word] = (shrunk[word] & low) | ((shrunk[word] >>> 1) & ~low);
    for (int w = word + 1; w < shrunk.length; w++) {
      shrunk[w - 1] = (shrunk[w - 1] & Long.MAX_VALUE) | (shrunk[w] << 63);
      shrunk[w] >>>= 1;
    }
    return Arrays.copyOf(shrunk, (size + 62) >>> 6);
  }
}
