package io.openclustermanagement.placement.cel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point in time with the offset that it was written with, which prints and reads out again but
 * takes no part in comparing.
 *
 * @param offset seconds east of UTC; up to a day, as Go reads it
 */
record Timestamp(Instant instant, int offset) implements Comparable<Timestamp> {
  private static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}T)([0-9]{1,2})(:[0-9]{2}:[0-9]{2})(?:[.,]([0-9]+))?"
              + "(?:Z|([+-])([01][0-9]|2[0-4]):([0-5][0-9]))");

  /** A time or an {@link EvaluationError}. */
  static Object parse(String text) {
    Matcher parts = RFC_3339.matcher(text);
    if (!parts.matches()) {
      return EvaluationError.conversion(text, "google.protobuf.Timestamp");
    }
    String hours = parts.group(2).length() == 1 ? "0" + parts.group(2) : parts.group(2);
    String fraction = parts.group(4) == null ? "" : "." + nanos(parts.group(4));
    try {
      LocalDateTime local = LocalDateTime.parse(parts.group(1) + hours + parts.group(3) + fraction);
      int offset = parts.group(5) == null ? 0 : offset(parts);
      return of(local.toInstant(ZoneOffset.UTC).minusSeconds(offset), offset);
    } catch (DateTimeException e) {
      return EvaluationError.conversion(text, "google.protobuf.Timestamp");
    }
  }

  private static String nanos(String digits) {
    return digits.length() > 9 ? digits.substring(0, 9) : digits;
  }

  private static int offset(Matcher parts) {
    int minutes = Integer.parseInt(parts.group(6)) * 60 + Integer.parseInt(parts.group(7));
    return parts.group(5).equals("-") ? -60 * minutes : 60 * minutes;
  }

  /** A time in UTC or an {@link EvaluationError} beyond the years 1 to 9999. */
  static Object ofEpochSecond(long seconds) {
    boolean inRange = seconds >= MIN.getEpochSecond() && seconds <= MAX.getEpochSecond();
    return inRange ? new Timestamp(Instant.ofEpochSecond(seconds), 0) : overflow();
  }

  private static Object of(Instant instant, int offset) {
    boolean inRange = !instant.isBefore(MIN) && !instant.isAfter(MAX);
    return inRange ? new Timestamp(instant, offset) : overflow();
  }

  private static EvaluationError overflow() {
    return new EvaluationError("timestamp overflow");
  }

  Object plus(Duration duration) {
    return of(instant.plus(duration), offset);
  }

  Object minus(Timestamp other) {
    return TimeLibrary.duration(() -> Duration.between(other.instant, instant));
  }

  /** Date and time of day at the offset. */
  LocalDateTime local() {
    return LocalDateTime.ofInstant(instant.plusSeconds(offset), ZoneOffset.UTC);
  }

  @Override
  public int compareTo(Timestamp other) {
    return instant.compareTo(other.instant);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timestamp that && instant.equals(that.instant);
  }

  @Override
  public int hashCode() {
    return instant.hashCode();
  }

  /** RFC 3339 without trailing zeros in the fraction. */
  @Override
  public String toString() {
    String local = instant.plusSeconds(offset).toString();
    String text = local.contains(".") ? local.replaceFirst("0*Z$", "Z") : local;
    if (offset == 0) {
      return text;
    }
    int minutes = Math.abs(offset) / 60;
    return "%s%s%02d:%02d"
        .formatted(
            text.substring(0, text.length() - 1),
            offset < 0 ? '-' : '+',
            minutes / 60,
            minutes % 60);
  }
}
