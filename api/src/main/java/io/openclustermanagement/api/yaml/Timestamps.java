package io.openclustermanagement.api.yaml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Times as {@code metav1.Time} reads and writes them: RFC 3339 with an upper-case {@code T} and
 * {@code Z}, written in whole seconds of UTC. By hand, because {@code java.time.format} would be
 * felt at the start of a command.
 */
public final class Timestamps {
  private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

  private Timestamps() {}

  /** The time that a text names, or {@code null}. */
  public static @Nullable Instant parse(String text) {
    int end = SHAPE.length();
    if (text.length() <= end || text.length() > 64 || !hasShape(text)) {
      return null;
    }
    int zone = end;
    int nanos = 0;
    if (text.charAt(end) == '.' || text.charAt(end) == ',') {
      zone = skipDigits(text, end + 1);
      nanos = nanos(text, end + 1, zone);
    }
    Integer offset = offset(text.substring(zone));
    return nanos < 0 || offset == null ? null : instant(text, nanos, offset);
  }

  /** A time in whole seconds of UTC. */
  public static String format(Instant time) {
    LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(20);
    pad(text, utc.getYear(), 4).append('-');
    pad(text, utc.getMonthValue(), 2).append('-');
    pad(text, utc.getDayOfMonth(), 2).append('T');
    pad(text, utc.getHour(), 2).append(':');
    pad(text, utc.getMinute(), 2).append(':');
    return pad(text, utc.getSecond(), 2).append('Z').toString();
  }

  /** A time in UTC, in microseconds ({@code metav1.MicroTime}) or in whole seconds. */
  static String format(Instant time, boolean micros) {
    String seconds = format(time);
    if (!micros) {
      return seconds;
    }
    StringBuilder text = new StringBuilder(seconds).deleteCharAt(seconds.length() - 1).append('.');
    return pad(text, time.getNano() / 1_000, 6).append('Z').toString();
  }

  private static StringBuilder pad(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    return text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  private static @Nullable Instant instant(String text, int nanos, int offset) {
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              nanos)
          .toInstant(ZoneOffset.UTC)
          .minusSeconds(offset);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean hasShape(String text) {
    for (int i = 0; i < SHAPE.length(); i++) {
      char wanted = SHAPE.charAt(i);
      char found = text.charAt(i);
      if (wanted == 'd' ? found < '0' || found > '9' : found != wanted) {
        return false;
      }
    }
    return true;
  }

  private static int skipDigits(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Nanoseconds of a fraction, or a negative number for an empty one. */
  private static int nanos(String text, int start, int end) {
    if (start == end) {
      return -1;
    }
    int nanos = 0;
    for (int i = start; i < start + 9; i++) {
      nanos = nanos * 10 + (i < end ? text.charAt(i) - '0' : 0);
    }
    return nanos;
  }

  private static @Nullable Integer offset(String zone) {
    if (zone.equals("Z")) {
      return 0;
    }
    if (zone.length() != 6 || zone.charAt(3) != ':' || "+-".indexOf(zone.charAt(0)) < 0) {
      return null;
    }
    if (skipDigits(zone, 1) != 3 || skipDigits(zone, 4) != 6) {
      return null;
    }
    int hours = number(zone, 1, 3);
    int minutes = number(zone, 4, 6);
    int seconds = hours * 3600 + minutes * 60;
    return hours > 23 || minutes > 59 ? null : zone.charAt(0) == '-' ? -seconds : seconds;
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }
}
