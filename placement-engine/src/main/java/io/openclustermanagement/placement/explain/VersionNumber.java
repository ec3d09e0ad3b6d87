package io.openclustermanagement.placement.explain;

import java.util.Comparator;
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

  VersionNumber above() {
    return new VersionNumber(major, minor, patch + 1);
  }

  VersionNumber below() {
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
