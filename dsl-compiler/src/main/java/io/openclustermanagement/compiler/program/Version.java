package io.openclustermanagement.compiler.program;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version. A pre-release is older than its release; build metadata has no say.
 *
 * @param preRelease the identifiers behind {@code -}; empty for a release
 */
public record Version(BigInteger major, BigInteger minor, BigInteger patch, List<String> preRelease)
    implements Comparable<Version> {

  private static final Pattern SYNTAX =
      Pattern.compile(
          "v?(\\d{1,18})(?:\\.(\\d{1,18}))?(?:\\.(\\d{1,18}))?"
              + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?"
              + "(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  public Version {
    preRelease = List.copyOf(preRelease);
  }

  /**
   * Reads what an author writes: a leading {@code v}, a missing minor or patch number and leading
   * zeros are accepted; empty if the text is no version.
   */
  public static Optional<Version> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches() || isPartialWithSuffix(matcher, text)) {
      return Optional.empty();
    }
    List<String> pre =
        matcher.group(4) == null ? List.of() : Arrays.asList(matcher.group(4).split("\\.", -1));
    if (pre.stream().anyMatch(id -> NUMBER.matcher(id).matches() && hasLeadingZero(id))) {
      return Optional.empty();
    }
    return Optional.of(
        new Version(number(matcher, 1), number(matcher, 2), number(matcher, 3), pre));
  }

  /**
   * Reads what a cluster reports, as the CEL does that a {@code where} compiles to: without its
   * first {@code v} it has to be a strict semantic version.
   */
  public static Optional<Version> reported(String text) {
    String bare = text.replaceFirst("v", "");
    Optional<Version> version = bare.startsWith("v") ? Optional.empty() : parse(bare);
    return version.filter(v -> bare.split("[-+]", 2)[0].equals(v.numbers()));
  }

  private String numbers() {
    return major + "." + minor + "." + patch;
  }

  /** {@code v1.2-rc} is no version: missing numbers are filled in only where nothing follows. */
  private static boolean isPartialWithSuffix(Matcher matcher, String text) {
    return matcher.group(3) == null && (text.contains("-") || text.contains("+"));
  }

  private static boolean hasLeadingZero(String digits) {
    return digits.length() > 1 && digits.charAt(0) == '0';
  }

  private static BigInteger number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? BigInteger.ZERO : new BigInteger(digits);
  }

  @Override
  public int compareTo(Version other) {
    return Comparator.comparing(Version::major)
        .thenComparing(Version::minor)
        .thenComparing(Version::patch)
        .thenComparing(Version::preRelease, Version::comparePreRelease)
        .compare(this, other);
  }

  private static int comparePreRelease(List<String> left, List<String> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compareIdentifier(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compareIdentifier(String left, String right) {
    boolean leftNumber = NUMBER.matcher(left).matches();
    boolean rightNumber = NUMBER.matcher(right).matches();
    if (leftNumber && rightNumber) {
      return new BigInteger(left).compareTo(new BigInteger(right));
    }
    return leftNumber != rightNumber
        ? Boolean.compare(rightNumber, leftNumber)
        : left.compareTo(right);
  }

  /** The full form without {@code v}, such as {@code 1.29.0}. */
  @Override
  public String toString() {
    return preRelease.isEmpty() ? numbers() : numbers() + "-" + String.join(".", preRelease);
  }
}
