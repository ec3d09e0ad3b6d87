package io.openclustermanagement.governance.template;

import static io.openclustermanagement.governance.gotemplate.GoType.ANY;
import static io.openclustermanagement.governance.gotemplate.GoType.STRING;
import static io.openclustermanagement.governance.gotemplate.GoType.TIME;

import io.openclustermanagement.governance.gotemplate.Arguments;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoValue;
import io.openclustermanagement.governance.gotemplate.TimeLayout;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Functions of times. The local zone is UTC, as in the containers of the controllers. */
final class SprigTime {
  static final List<GoFunction> FUNCTIONS =
      List.of(
          GoFunction.of("date", c -> format(c.text(0), c.value(1), "UTC"), STRING, ANY),
          GoFunction.of(
              "dateInZone", c -> format(c.text(0), c.value(1), c.text(2)), STRING, ANY, STRING),
          GoFunction.of("htmlDate", c -> format("2006-01-02", c.value(0), "UTC"), ANY),
          GoFunction.of(
              "htmlDateInZone", c -> format("2006-01-02", c.value(0), c.text(1)), ANY, STRING),
          GoFunction.of("dateModify", c -> modified(c).orElse(c.value(1)), STRING, TIME),
          GoFunction.of("mustDateModify", SprigTime::mustModify, STRING, TIME),
          GoFunction.of(
              "unixEpoch",
              c -> Conversions.of(Long.toString(time(c.value(0)).toEpochSecond())),
              TIME),
          GoFunction.of("duration", SprigTime::duration, ANY),
          GoFunction.of("toDate", SprigTime::toDate, STRING, STRING),
          GoFunction.of("mustToDate", SprigTime::mustToDate, STRING, STRING));

  private SprigTime() {}

  private static ZonedDateTime time(GoValue value) {
    return switch (value) {
      case GoValue.Time(ZonedDateTime time) -> time;
      case GoValue.Int(long seconds, _) -> Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC);
      default ->
          throw new GoError("only a time or a number of seconds can be formatted without a clock");
    };
  }

  private static GoValue format(String layout, GoValue value, String zone) {
    return Conversions.of(TimeLayout.format(time(value).withZoneSameInstant(zone(zone)), layout));
  }

  private static ZoneId zone(String name) {
    try {
      return name.isEmpty() || name.equals("UTC") || name.equals("Local")
          ? ZoneOffset.UTC
          : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private static Optional<GoValue> modified(Arguments call) {
    return GoDuration.parse(call.text(0)).map(by -> new GoValue.Time(time(call.value(1)).plus(by)));
  }

  private static GoValue mustModify(Arguments call) {
    return modified(call)
        .orElseThrow(() -> new GoError("time: invalid duration \"%s\"".formatted(call.text(0))));
  }

  private static GoValue duration(Arguments call) {
    long seconds =
        switch (call.value(0)) {
          case GoValue.Text(String text) -> Conversions.atoi(text);
          case GoValue.Int(long number, var type) when type.name().equals("int64") -> number;
          default -> 0;
        };
    return Conversions.of(GoDuration.format(Duration.ofSeconds(seconds)));
  }

  /** What is no time is the zero time. */
  private static GoValue toDate(Arguments call) {
    return TimeParser.parse(call.text(1), call.text(0))
        .map(GoValue.Time::new)
        .orElse(new GoValue.Time(ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)));
  }

  private static GoValue mustToDate(Arguments call) {
    return TimeParser.parse(call.text(1), call.text(0))
        .map(GoValue.Time::new)
        .orElseThrow(
            () ->
                new GoError(
                    "parsing time \"%s\" as \"%s\": the time does not have this layout"
                        .formatted(call.text(1), call.text(0))));
  }
}
