package io.openclustermanagement.governance.gotemplate;

import java.util.Optional;

/** The methods of {@code time.Time} that a template may call. */
final class GoTime {
  private GoTime() {}

  static Optional<GoFunction> method(GoValue.Time time, String name) {
    return switch (name) {
      case "Unix" -> number(name, GoType.INT64, time.value().toEpochSecond());
      case "UnixMilli" -> number(name, GoType.INT64, time.value().toInstant().toEpochMilli());
      case "Year" -> number(name, GoType.INT, time.value().getYear());
      case "Day" -> number(name, GoType.INT, time.value().getDayOfMonth());
      case "YearDay" -> number(name, GoType.INT, time.value().getDayOfYear());
      case "Hour" -> number(name, GoType.INT, time.value().getHour());
      case "Minute" -> number(name, GoType.INT, time.value().getMinute());
      case "Second" -> number(name, GoType.INT, time.value().getSecond());
      case "Format" ->
          Optional.of(
              GoFunction.of(
                  name,
                  call -> new GoValue.Text(TimeLayout.format(time.value(), call.text(0))),
                  GoType.STRING));
      case "String" ->
          Optional.of(GoFunction.of(name, _ -> new GoValue.Text(GoFormat.print(time))));
      default -> Optional.empty();
    };
  }

  private static Optional<GoFunction> number(String name, GoType type, long value) {
    return Optional.of(GoFunction.of(name, _ -> new GoValue.Int(value, type)));
  }
}
