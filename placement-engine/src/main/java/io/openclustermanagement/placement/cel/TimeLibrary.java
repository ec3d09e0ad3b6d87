package io.openclustermanagement.placement.cel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Timestamps and durations ({@code common/types/timestamp.go}, {@code duration.go}). */
final class TimeLibrary {
  private static final Pattern DURATION_PART =
      Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");
  private static final Pattern OFFSET = Pattern.compile("([+-]?[0-9]{1,6}):([+-]?[0-9]{1,6})");
  private static final int LONGEST = 1_000;

  private TimeLibrary() {}

  static @Nullable LibraryFunction find(String name) {
    return switch (name) {
      case "getFullYear" -> field(LocalDateTime::getYear);
      case "getMonth" -> field(t -> t.getMonthValue() - 1);
      case "getDayOfYear" -> field(t -> t.getDayOfYear() - 1);
      case "getDayOfMonth" -> field(t -> t.getDayOfMonth() - 1);
      case "getDate" -> field(LocalDateTime::getDayOfMonth);
      case "getDayOfWeek" -> field(t -> t.getDayOfWeek().getValue() % 7);
      case "getHours" -> field(LocalDateTime::getHour, Duration::toHours);
      case "getMinutes" -> field(LocalDateTime::getMinute, Duration::toMinutes);
      case "getSeconds" -> field(LocalDateTime::getSecond, d -> d.toMillis() / 1000);
      case "getMilliseconds" -> field(t -> t.get(ChronoField.MILLI_OF_SECOND), Duration::toMillis);
      default -> null;
    };
  }

  private static LibraryFunction field(ToLongFunction<LocalDateTime> field) {
    return (e, a) -> {
      if (!(a[0] instanceof Timestamp time)) {
        return EvaluationError.NO_SUCH_OVERLOAD;
      }
      if (a.length == 1) {
        return field.applyAsLong(time.local());
      }
      ZoneId zone = zone(a[1]);
      return zone == null
          ? new EvaluationError("unknown time zone " + Values.display(a[1]))
          : (Object) field.applyAsLong(LocalDateTime.ofInstant(time.instant(), zone));
    };
  }

  private static LibraryFunction field(
      ToLongFunction<LocalDateTime> ofTime, ToLongFunction<Duration> ofDuration) {
    LibraryFunction time = field(ofTime);
    return (e, a) ->
        a[0] instanceof Duration duration ? ofDuration.applyAsLong(duration) : time.apply(e, a);
  }

  private static @Nullable ZoneId zone(Object name) {
    Matcher offset = OFFSET.matcher(name.toString());
    if (!(name instanceof String text)) {
      return null;
    }
    try {
      if (!offset.matches()) {
        return text.isEmpty() ? ZoneOffset.UTC : ZoneId.of(text);
      }
      int hours = Integer.parseInt(offset.group(1));
      int minutes = Integer.parseInt(offset.group(2));
      int total = text.startsWith("-") ? hours * 60 - minutes : hours * 60 + minutes;
      return ZoneOffset.ofTotalSeconds(total * 60);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The result, or an error where it has too many nanoseconds for 64 bits. */
  static Object duration(Supplier<Duration> arithmetic) {
    try {
      Duration result = arithmetic.get();
      return Duration.ofNanos(result.toNanos());
    } catch (ArithmeticException e) {
      return new EvaluationError("integer overflow");
    }
  }

  /** A sum of numbers with units, such as {@code 1h30m} ({@code time.ParseDuration}). */
  static Object parseDuration(String text) {
    EvaluationError invalid = EvaluationError.conversion(text, "google.protobuf.Duration");
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Duration.ZERO;
    }
    BigInteger nanos = BigInteger.ZERO;
    Matcher part = DURATION_PART.matcher(rest);
    int end = 0;
    while (rest.length() <= LONGEST && part.find() && part.start() == end) {
      BigDecimal amount = new BigDecimal(part.group(1));
      nanos = nanos.add(amount.multiply(BigDecimal.valueOf(unit(part.group(2)))).toBigInteger());
      end = part.end();
    }
    nanos = negative ? nanos.negate() : nanos;
    boolean valid = !rest.isEmpty() && end == rest.length() && nanos.bitLength() < Long.SIZE;
    return valid ? Duration.ofNanos(nanos.longValue()) : invalid;
  }

  private static long unit(String name) {
    return switch (name) {
      case "ns" -> 1L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 1_000L;
    };
  }
}
