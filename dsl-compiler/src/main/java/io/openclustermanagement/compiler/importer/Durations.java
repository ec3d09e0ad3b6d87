package io.openclustermanagement.compiler.importer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as the language and the API write them. */
final class Durations {
  private static final Pattern RATE_LIMIT = Pattern.compile("([0-9]{1,9})([hms])");
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Durations() {}

  /** Seconds in the largest unit that has no rest, such as {@code 30m}. */
  static String text(long seconds) {
    if (seconds == 0 || seconds % MINUTE != 0) {
      return seconds + "s";
    } else if (seconds % DAY == 0) {
      return seconds / DAY + "d";
    }
    return seconds % HOUR == 0 ? seconds / HOUR + "h" : seconds / MINUTE + "m";
  }

  /** Whether scores may change decisions once a minute, which is the default. */
  static boolean isDefaultRateLimit(@Nullable String limit) {
    if (limit == null) {
      return true;
    }
    Matcher matcher = RATE_LIMIT.matcher(limit);
    return matcher.matches() && Long.parseLong(matcher.group(1)) * unit(matcher.group(2)) == MINUTE;
  }

  private static long unit(String name) {
    return switch (name) {
      case "h" -> HOUR;
      case "m" -> MINUTE;
      default -> 1;
    };
  }
}
