package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.gotemplate.GoFormat;
import io.openclustermanagement.governance.gotemplate.GoNumbers;
import io.openclustermanagement.governance.gotemplate.GoType;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Conversions of values that never fail ({@code github.com/spf13/cast} and Sprig). */
final class Conversions {
  private static final int LONG_BITS = 63;

  private Conversions() {}

  /** A whole number; 0 for what is none. */
  static long integer(GoValue value) {
    return switch (value) {
      case GoValue.Int(long number, _) -> number;
      case GoValue.Decimal(double number) -> truncated(number);
      case GoValue.Bool(boolean bool) -> bool ? 1 : 0;
      case GoValue.Text(String text) -> integer(text);
      case GoValue.Nil _, GoValue.Sequence _, GoValue.Mapping _ -> 0;
      case GoValue.Struct _, GoValue.Time _, GoValue.Instance _ -> 0;
    };
  }

  /** What an amd64 processor makes of a number that is out of range. */
  private static long truncated(double number) {
    return number >= -0x1p63 && number < 0x1p63 ? (long) number : Long.MIN_VALUE;
  }

  private static long integer(String text) {
    return GoNumbers.wholeNumber(withoutZeroDecimals(text))
        .filter(number -> number.bitLength() <= LONG_BITS)
        .map(BigInteger::longValue)
        .orElse(0L);
  }

  private static String withoutZeroDecimals(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    return end > 0 && end < text.length() && text.charAt(end - 1) == '.'
        ? text.substring(0, end - 1)
        : text;
  }

  /** A decimal number; 0 for what is none. */
  static double decimal(GoValue value) {
    return switch (value) {
      case GoValue.Int(long number, _) -> number;
      case GoValue.Decimal(double number) -> number;
      case GoValue.Bool(boolean bool) -> bool ? 1 : 0;
      case GoValue.Text(String text) -> GoNumbers.decimal(text).orElse(0.0);
      case GoValue.Nil _, GoValue.Sequence _, GoValue.Mapping _ -> 0;
      case GoValue.Struct _, GoValue.Time _, GoValue.Instance _ -> 0;
    };
  }

  /** {@code strconv.Atoi}; 0 for what is none. */
  static long atoi(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("[+-]?[0-9]+"))
        .map(BigInteger::new)
        .map(number -> number.bitLength() <= LONG_BITS ? number.longValue() : limit(number))
        .orElse(0L);
  }

  private static long limit(BigInteger number) {
    return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** {@code strconv.ParseBool}; false for what is none. */
  static boolean bool(String text) {
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> true;
      default -> false;
    };
  }

  /** The text of a value ({@code strval}). */
  static String text(GoValue value) {
    return GoFormat.print(value);
  }

  /** The texts of the items of a list that are not nil, or of a single value ({@code strslice}). */
  static List<String> texts(GoValue value) {
    return switch (value) {
      case GoValue.Sequence list ->
          list.items().stream()
              .filter(item -> !(item instanceof GoValue.Nil))
              .map(Conversions::text)
              .toList();
      case GoValue.Nil _ -> List.of();
      case GoValue.Text _, GoValue.Bool _, GoValue.Int _ -> List.of(text(value));
      case GoValue.Decimal _, GoValue.Mapping _, GoValue.Struct _ -> List.of(text(value));
      case GoValue.Time _, GoValue.Instance _ -> List.of(text(value));
    };
  }

  /** Whether a value is nil, zero, false or without content ({@code empty}). */
  static boolean isEmpty(GoValue value) {
    return switch (value) {
      case GoValue.Nil _ -> true;
      case GoValue.Bool(boolean bool) -> !bool;
      case GoValue.Int(long number, _) -> number == 0;
      case GoValue.Decimal(double number) -> number == 0;
      case GoValue.Text(String text) -> text.isEmpty();
      case GoValue.Sequence list -> list.items().isEmpty();
      case GoValue.Mapping map -> map.entries().isEmpty();
      case GoValue.Struct _, GoValue.Time _, GoValue.Instance _ -> false;
    };
  }

  /** The kind of a value in Go's words. */
  static String kind(GoValue value) {
    return value instanceof GoValue.Nil ? "invalid" : value.type().kindName();
  }

  static GoValue of(String text) {
    return new GoValue.Text(text);
  }

  static GoValue of(boolean bool) {
    return new GoValue.Bool(bool);
  }

  static GoValue of(double number) {
    return new GoValue.Decimal(number);
  }

  /** A list of whole numbers of type {@code int}. */
  static GoValue ints(List<? extends GoValue> numbers) {
    return new GoValue.Sequence(GoType.INTS, List.copyOf(numbers), false);
  }
}
