package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.syntax.Expression;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/** Days from one day to another. */
final class Days {

  private Days() {}

  /** How many days lie between; negative for a day in the past, empty for a text that is no day. */
  static OptionalLong between(LocalDate today, Expression.Literal date) {
    try {
      return OptionalLong.of(ChronoUnit.DAYS.between(today, LocalDate.parse(date.text())));
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }
}
