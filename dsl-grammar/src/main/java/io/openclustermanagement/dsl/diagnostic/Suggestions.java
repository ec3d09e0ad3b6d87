package io.openclustermanagement.dsl.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt word was probably meant to be. */
public final class Suggestions {

  /** Nobody has a name this long; longer ones are not compared, as that takes time. */
  private static final int LONGEST_WORD = 100;

  private Suggestions() {}

  /**
   * The candidate closest to a word, if it is close enough: one edit for words of up to five
   * characters, and one more for every three characters beyond ({@code tolerat} for {@code
   * tolerate}, {@code clutserset} for {@code clusterset}, but never {@code owner} for {@code
   * other}). Swapping two neighbours counts as one edit; letter case counts as nothing. A word of
   * one or two characters is like too many others to say anything.
   */
  public static Optional<String> closest(String word, Collection<String> candidates) {
    if (word.length() < 3 || word.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    int best = allowedEdits(word) + 1;
    String found = null;
    for (String candidate : candidates) {
      if (candidate.length() < 2 || Math.abs(candidate.length() - word.length()) >= best) {
        continue;
      }
      int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < best && !candidate.equals(word)) {
        best = distance;
        found = candidate;
      }
    }
    return Optional.ofNullable(found);
  }

  private static int allowedEdits(String word) {
    return 1 + Math.max(0, (word.length() - 3) / 3);
  }

  /** Edits of one character, or swaps of two neighbours, that turn one word into the other. */
  private static int distance(String a, String b) {
    int[] twoBack = new int[b.length() + 1];
    int[] back = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(back, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        row[j] = Math.min(Math.min(back[j], row[j - 1]) + 1, back[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && swapped(a, i, b, j)) {
          row[j] = Math.min(row[j], twoBack[j - 2] + 1);
        }
      }
      int[] free = twoBack;
      twoBack = back;
      back = row;
      row = free;
    }
    return back[b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
