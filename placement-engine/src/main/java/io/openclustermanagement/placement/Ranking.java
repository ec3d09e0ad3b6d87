package io.openclustermanagement.placement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The order of selection: total descending, then name ascending. Candidates are numbered in name
 * order, so that the number decides between equal totals.
 */
final class Ranking {
  /** Up to this many places the best candidates are kept sorted while reading; beyond, all are. */
  private static final int INSERTION_LIMIT = 64;

  private Ranking() {}

  /** The numbers of the best candidates in order of selection. */
  static int[] best(long[] totals, int places) {
    if (places <= 0) {
      return new int[0];
    }
    return places <= INSERTION_LIMIT && places < totals.length
        ? insertionBest(totals, places)
        : Arrays.copyOf(sorted(totals), Math.min(places, totals.length));
  }

  private static int[] insertionBest(long[] totals, int places) {
    int[] best = new int[places];
    int filled = 0;
    for (int i = 0; i < totals.length; i++) {
      if (filled == places && totals[i] <= totals[best[places - 1]]) {
        continue;
      }
      int at = filled < places ? filled++ : places - 1;
      for (; at > 0 && totals[best[at - 1]] < totals[i]; at--) {
        best[at] = best[at - 1];
      }
      best[at] = i;
    }
    return best;
  }

  private static int[] sorted(long[] totals) {
    long[] packed = new long[totals.length];
    for (int i = 0; i < totals.length; i++) {
      if (totals[i] != (int) totals[i] || totals[i] == Integer.MIN_VALUE) {
        return sortedWide(totals);
      }
      packed[i] = (-totals[i] << 32) | i;
    }
    Arrays.sort(packed);
    return Arrays.stream(packed).mapToInt(p -> (int) p).toArray();
  }

  /** For totals that do not fit into an int, which only scores beyond the API's limits give. */
  private static int[] sortedWide(long[] totals) {
    return IntStream.range(0, totals.length)
        .boxed()
        .sorted(Comparator.<Integer, Long>comparing(i -> totals[i], Comparator.reverseOrder()))
        .mapToInt(i -> i)
        .toArray();
  }
}
