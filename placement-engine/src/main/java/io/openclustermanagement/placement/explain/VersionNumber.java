package io.openclustermanagement.placement.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as the search for changes needs it: numbers only. Whether a proposed version does what
 * it should is decided by the scheduler, not here.
 */
record VersionNumber(long major, long minor, long patch) implements Comparable<VersionNumber> {
  private static final Pattern SYNTAX =
      Pattern.compile("v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?([-+].*)?");

  static Optional<VersionNumber> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    return matcher.matches()
        ? Optional.of(new VersionNumber(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
        : Optional.empty();
  }

  private static long number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
  }

  /** The order of two versions; empty if one cannot be read. */
  static Optional<Integer> compare(String left, String right) {
    return parse(left).flatMap(l -> parse(right).map(l::compareTo));
  }

  /** The version itself, the next one and an earlier one, as clusters report versions. */
  static List<String> around(String version) {
    return parse(version)
        .map(v -> List.of("v" + v, "v" + v.above(), "v" + v.below()))
        .orElse(List.of());
  }

  private VersionNumber above() {
    return new VersionNumber(major, minor, patch + 1);
  }

  private VersionNumber below() {
    if (patch > 0) {
      return new VersionNumber(major, minor, patch - 1);
    }
    return minor > 0 ? new VersionNumber(major, minor - 1, 0) : new VersionNumber(major - 1, 0, 0);
  }

  @Override
  public int compareTo(VersionNumber other) {
    return Comparator.comparingLong(VersionNumber::major)
        .thenComparingLong(VersionNumber::minor)
        .thenComparingLong(VersionNumber::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
