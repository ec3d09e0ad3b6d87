package io.openclustermanagement.api.schema;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person probably meant. */
public final class Suggestions {
  private Suggestions() {}

  /**
   * The nearest candidate, if it is near enough: a third of the letters may differ. That finds
   * {@code predicates} for {@code predicate}, and leaves {@code NoExecute} alone, which is no slip
   * of the finger for {@code NoSelect}. Case does not count, so that {@code numberofclusters} is
   * found.
   */
  public static Optional<String> nearest(String name, Collection<String> candidates) {
    String best = null;
    int smallest = Math.max(1, name.length() / 3) + 1;
    String lower = name.toLowerCase(Locale.ROOT);
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - name.length()) < smallest) {
        int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
        if (distance < smallest) {
          best = candidate;
          smallest = distance;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** How many insertions, deletions, substitutions and swaps of neighbours make two texts equal. */
  public static int distance(String a, String b) {
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(previous[j - 1] + cost, 1 + Math.min(previous[j], current[j - 1]));
        current[j] = isSwap(a, i, b, j) ? Math.min(least, beforePrevious[j - 2] + 1) : least;
      }
      int[] spare = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
