package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.governance.configuration.LineMatcher.Match;
import java.util.ArrayList;
import java.util.List;

/** The difference of two texts in the unified format, with five lines of context. */
final class UnifiedDiff {

  private static final int CONTEXT = 5;

  private final List<String> left;
  private final List<String> right;
  private final List<String> out = new ArrayList<>();

  private UnifiedDiff(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
  }

  /** The lines of the difference, headers first; none if the texts are the same. */
  static List<String> of(String leftName, String leftText, String rightName, String rightText) {
    UnifiedDiff diff = new UnifiedDiff(leftText.lines().toList(), rightText.lines().toList());
    List<List<Change>> groups = groups(changes(LineMatcher.matches(diff.left, diff.right)));
    if (!groups.isEmpty()) {
      diff.out.add("--- " + leftName);
      diff.out.add("+++ " + rightName);
      groups.forEach(diff::write);
    }
    return diff.out;
  }

  /** Lines that are the same on both sides, or that take the place of others. */
  private record Change(boolean same, int left, int leftEnd, int right, int rightEnd) {
    Change from(int lines) {
      int skipped = Math.max(0, leftEnd - left - lines);
      return new Change(same, left + skipped, leftEnd, right + skipped, rightEnd);
    }

    Change to(int lines) {
      int skipped = Math.max(0, leftEnd - left - lines);
      return new Change(same, left, leftEnd - skipped, right, rightEnd - skipped);
    }
  }

  private static List<Change> changes(List<Match> matches) {
    List<Change> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (Match match : matches) {
      if (i < match.left() || j < match.right()) {
        changes.add(new Change(false, i, match.left(), j, match.right()));
      }
      i = match.left() + match.size();
      j = match.right() + match.size();
      if (match.size() > 0) {
        changes.add(new Change(true, match.left(), i, match.right(), j));
      }
    }
    return changes;
  }

  /** Changes with less than two contexts of equal lines between them belong together. */
  private static List<List<Change>> groups(List<Change> changes) {
    List<List<Change>> groups = new ArrayList<>();
    List<Change> group = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      boolean first = i == 0;
      boolean last = i == changes.size() - 1;
      if (!change.same()) {
        group.add(change);
      } else if (first) {
        group.add(change.from(CONTEXT));
      } else if (last) {
        group.add(change.to(CONTEXT));
      } else if (change.leftEnd() - change.left() > 2 * CONTEXT) {
        group.add(change.to(CONTEXT));
        groups.add(group);
        group = new ArrayList<>(List.of(change.from(CONTEXT)));
      } else {
        group.add(change);
      }
    }
    if (group.stream().anyMatch(change -> !change.same())) {
      groups.add(group);
    }
    return groups;
  }

  private void write(List<Change> group) {
    Change first = group.getFirst();
    Change last = group.getLast();
    out.add(
        "@@ -%s +%s @@"
            .formatted(range(first.left(), last.leftEnd()), range(first.right(), last.rightEnd())));
    for (Change change : group) {
      if (change.same()) {
        add(" ", left, change.left(), change.leftEnd());
      } else {
        add("-", left, change.left(), change.leftEnd());
        add("+", right, change.right(), change.rightEnd());
      }
    }
  }

  private void add(String sign, List<String> lines, int from, int to) {
    lines.subList(from, to).forEach(line -> out.add(sign + line));
  }

  /** The lines of a range, counted from one; an empty range is named by the line before it. */
  private static String range(int from, int to) {
    int length = to - from;
    if (length == 1) {
      return String.valueOf(from + 1);
    }
    return (length == 0 ? from : from + 1) + "," + length;
  }
}
