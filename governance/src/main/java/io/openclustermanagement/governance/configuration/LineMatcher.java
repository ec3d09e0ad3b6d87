package io.openclustermanagement.governance.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which lines two texts share, by the algorithm of Ratcliff and Obershelp as Python's and
 * Go's {@code difflib} have it: the longest common run of lines first, then the same on both sides
 * of it. Another algorithm would show other lines as changed than upstream does.
 */
final class LineMatcher {

  /** From so many lines on, lines that make up more than a hundredth of a text start no run. */
  private static final int POPULAR_FROM = 200;

  private final List<String> left;
  private final List<String> right;
  private final Map<String, List<Integer>> places = new HashMap<>();

  private LineMatcher(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
    for (int i = 0; i < right.size(); i++) {
      places.computeIfAbsent(right.get(i), _ -> new ArrayList<>()).add(i);
    }
    if (right.size() >= POPULAR_FROM) {
      places.values().removeIf(each -> each.size() > right.size() / 100 + 1);
    }
  }

  /** A run of lines that both texts have. */
  record Match(int left, int right, int size) {}

  /** The runs in order, none touching the next, closed by an empty one at the end of both texts. */
  static List<Match> matches(List<String> left, List<String> right) {
    List<Match> found = new ArrayList<>();
    new LineMatcher(left, right).collect(0, left.size(), 0, right.size(), found);
    found.sort(Comparator.comparingInt(Match::left).thenComparingInt(Match::right));
    List<Match> merged = merge(found);
    merged.add(new Match(left.size(), right.size(), 0));
    return merged;
  }

  private void collect(int leftFrom, int leftTo, int rightFrom, int rightTo, List<Match> found) {
    Match match = longest(leftFrom, leftTo, rightFrom, rightTo);
    if (match.size() == 0) {
      return;
    }
    found.add(match);
    collect(leftFrom, match.left(), rightFrom, match.right(), found);
    collect(match.left() + match.size(), leftTo, match.right() + match.size(), rightTo, found);
  }

  /** Of equally long runs the first in the left text, and of those the first in the right one. */
  private Match longest(int leftFrom, int leftTo, int rightFrom, int rightTo) {
    Match best = new Match(leftFrom, rightFrom, 0);
    Map<Integer, Integer> lengths = new HashMap<>();
    for (int i = leftFrom; i < leftTo; i++) {
      Map<Integer, Integer> next = new HashMap<>();
      for (int j : places.getOrDefault(left.get(i), List.of())) {
        if (j >= rightFrom && j < rightTo) {
          int length = lengths.getOrDefault(j - 1, 0) + 1;
          next.put(j, length);
          if (length > best.size()) {
            best = new Match(i - length + 1, j - length + 1, length);
          }
        }
      }
      lengths = next;
    }
    return extended(best, leftFrom, leftTo, rightFrom, rightTo);
  }

  /** Takes in the popular lines on both sides, which could not start a run. */
  private Match extended(Match match, int leftFrom, int leftTo, int rightFrom, int rightTo) {
    int start = 0;
    while (match.left() - start > leftFrom
        && match.right() - start > rightFrom
        && isSame(match.left() - start - 1, match.right() - start - 1)) {
      start++;
    }
    int size = match.size();
    while (match.left() + size < leftTo
        && match.right() + size < rightTo
        && isSame(match.left() + size, match.right() + size)) {
      size++;
    }
    return new Match(match.left() - start, match.right() - start, size + start);
  }

  private boolean isSame(int i, int j) {
    return left.get(i).equals(right.get(j));
  }

  private static List<Match> merge(List<Match> sorted) {
    List<Match> merged = new ArrayList<>();
    for (Match match : sorted) {
      Match last = merged.isEmpty() ? new Match(-1, -1, 0) : merged.getLast();
      boolean touches =
          !merged.isEmpty()
              && last.left() + last.size() == match.left()
              && last.right() + last.size() == match.right();
      if (touches) {
        merged.set(
            merged.size() - 1, new Match(last.left(), last.right(), last.size() + match.size()));
      } else {
        merged.add(match);
      }
    }
    return merged;
  }
}
