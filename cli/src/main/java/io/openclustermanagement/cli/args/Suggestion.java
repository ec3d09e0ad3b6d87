package io.openclustermanagement.cli.args;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that the user may have meant. */
public final class Suggestion {
  private Suggestion() {}

  /** {@code " Did you mean `x`?"} when a known word is near, else the empty string. */
  public static String sentence(String given, Collection<String> known) {
    return nearest(given, known).map(word -> " Did you mean `" + word + "`?").orElse("");
  }

  /**
   * A known word that differs in at most a third of its letters: {@code simulat} means {@code
   * simulate}, but {@code lint} does not mean {@code fmt}.
   */
  public static Optional<String> nearest(String given, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(given, word) <= Math.max(given.length(), word.length()) / 3)
        .min(Comparator.comparingInt(word -> distance(given, word)));
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
