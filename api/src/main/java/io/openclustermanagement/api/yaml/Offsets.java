package io.openclustermanagement.api.yaml;

import java.util.Arrays;

/** Turns the parser's indices, which count code points, into offsets in UTF-16 code units. */
final class Offsets {
  private final int base;
  private final int length;

  /** The indices of the code points that take two code units. */
  private final int[] wide;

  Offsets(String text, int base) {
    this.base = base;
    this.length = text.length();
    this.wide = wide(text);
  }

  int at(int index) {
    int before = 0;
    if (wide.length > 0) {
      int found = Arrays.binarySearch(wide, index);
      before = found >= 0 ? found : -found - 1;
    }
    return base + Math.min(index + before, length);
  }

  private static int[] wide(String text) {
    int[] found = new int[0];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count] = i - count;
        count++;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
