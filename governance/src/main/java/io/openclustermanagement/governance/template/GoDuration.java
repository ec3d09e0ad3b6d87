package io.openclustermanagement.governance.template;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them, such as {@code 1h30m}. */
public final class GoDuration {
  private static final Pattern ALL =
      Pattern.compile(
          "[-+]?(?:(?:[0-9]{1,18}(?:\\.[0-9]{0,18})?|\\.[0-9]{1,18})(?:ns|us|µs|μs|ms|s|m|h))+");
  private static final Pattern PART = Pattern.compile("([0-9.]+)(ns|us|µs|μs|ms|s|m|h)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns",
          1L,
          "us",
          1_000L,
          "µs",
          1_000L,
          "μs",
          1_000L,
          "ms",
          1_000_000L,
          "s",
          1_000_000_000L,
          "m",
          60_000_000_000L,
          "h",
          3_600_000_000_000L);

  private GoDuration() {}

  /** The duration of a text; nothing if it is none. */
  public static Optional<Duration> parse(String text) {
    if (text.equals("0") || text.equals("+0") || text.equals("-0")) {
      return Optional.of(Duration.ZERO);
    }
    if (!ALL.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher parts = PART.matcher(text);
    while (parts.find()) {
      BigDecimal number = new BigDecimal("0" + parts.group(1));
      nanos =
          nanos.add(number.multiply(BigDecimal.valueOf(NANOS.getOrDefault(parts.group(2), 1L))));
    }
    return nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? Optional.empty()
        : Optional.of(
            Duration.ofNanos(text.startsWith("-") ? -nanos.longValue() : nanos.longValue()));
  }

  /** Whole seconds in hours, minutes and seconds. */
  public static String format(Duration duration) {
    long seconds = Math.abs(duration.toSeconds());
    String sign = duration.isNegative() ? "-" : "";
    String rest = seconds % 60 + "s";
    if (seconds < 60) {
      return sign + rest;
    }
    rest = seconds / 60 % 60 + "m" + rest;
    return sign + (seconds < 3600 ? rest : seconds / 3600 + "h" + rest);
  }
}
