package io.openclustermanagement.api.kubernetes;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which API servers prefer versions ({@code
 * k8s.io/apimachinery/pkg/version/helpers.go}): stable before beta before alpha, the larger number
 * first, and whatever looks otherwise last.
 */
final class ApiVersions {
  private static final Pattern VERSION = Pattern.compile("v(\\d{1,9})(?:(alpha|beta)(\\d{1,9}))?");

  /** The preferred version first. */
  static final Comparator<String> PREFERRED_FIRST =
      Comparator.comparing(ApiVersions::rank, Comparator.reverseOrder())
          .thenComparing(Comparator.naturalOrder());

  private ApiVersions() {}

  /** The group of an {@code apiVersion}; empty for the core group. */
  static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  private record Rank(int stability, int major, int minor) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER =
        Comparator.comparingInt(Rank::stability)
            .thenComparingInt(Rank::major)
            .thenComparingInt(Rank::minor);

    @Override
    public int compareTo(Rank other) {
      return ORDER.compare(this, other);
    }
  }

  private static Rank rank(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return new Rank(0, 0, 0);
    }
    int major = Integer.parseInt(matcher.group(1));
    String stage = matcher.group(2);
    if (stage == null) {
      return new Rank(3, major, 0);
    }
    return new Rank(stage.equals("beta") ? 2 : 1, major, Integer.parseInt(matcher.group(3)));
  }
}
