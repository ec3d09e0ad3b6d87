package io.openclustermanagement.governance.template;

import static io.openclustermanagement.governance.gotemplate.GoType.ANY;
import static io.openclustermanagement.governance.gotemplate.GoType.FLOAT64;
import static io.openclustermanagement.governance.gotemplate.GoType.INT;
import static io.openclustermanagement.governance.gotemplate.GoType.STRING;

import io.openclustermanagement.governance.gotemplate.Arguments;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFormat;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;

/** Functions of numbers. */
final class SprigNumbers {
  private static final int DIVISION_DIGITS = 16;

  static final List<GoFunction> FUNCTIONS =
      List.of(
          GoFunction.of("atoi", c -> GoValue.Int.of(Conversions.atoi(c.text(0))), STRING),
          GoFunction.of("toInt", c -> GoValue.Int.of(Conversions.integer(c.value(0))), ANY),
          GoFunction.of("int", c -> GoValue.Int.of(Conversions.integer(c.value(0))), ANY),
          GoFunction.of("int64", c -> GoValue.Int.wide(Conversions.integer(c.value(0))), ANY),
          GoFunction.of("float64", c -> decimal(Conversions.decimal(c.value(0))), ANY),
          GoFunction.of("toBool", c -> Conversions.of(Conversions.bool(c.text(0))), STRING),
          GoFunction.of("toDecimal", SprigNumbers::octal, ANY),
          GoFunction.of("add1", c -> wide(Conversions.integer(c.value(0)) + 1), ANY),
          GoFunction.variadic("add", c -> fold(c, 0, 0, Long::sum), ANY),
          GoFunction.of("sub", c -> fold(c, (a, b) -> a - b), ANY, ANY),
          GoFunction.of("div", SprigNumbers::divide, ANY, ANY),
          GoFunction.of("mod", SprigNumbers::modulo, ANY, ANY),
          GoFunction.variadic("mul", c -> fold(c, (a, b) -> a * b), ANY, ANY),
          GoFunction.variadic("max", c -> fold(c, Math::max), ANY, ANY),
          GoFunction.variadic("min", c -> fold(c, Math::min), ANY, ANY),
          GoFunction.variadic("maxf", c -> folded(c, Math::max), ANY, ANY),
          GoFunction.variadic("minf", c -> folded(c, Math::min), ANY, ANY),
          GoFunction.of(
              "add1f", c -> exact(List.of(c.value(0), GoValue.Int.of(1)), BigDecimal::add), ANY),
          GoFunction.variadic("addf", SprigNumbers::addExact, ANY),
          GoFunction.variadic("subf", c -> exact(c.from(0), BigDecimal::subtract), ANY, ANY),
          GoFunction.variadic("mulf", c -> exact(c.from(0), BigDecimal::multiply), ANY, ANY),
          GoFunction.variadic("divf", c -> exact(c.from(0), SprigNumbers::divideExact), ANY, ANY),
          GoFunction.of("ceil", c -> decimal(Math.ceil(Conversions.decimal(c.value(0)))), ANY),
          GoFunction.of("floor", c -> decimal(Math.floor(Conversions.decimal(c.value(0)))), ANY),
          GoFunction.variadic("round", SprigNumbers::round, ANY, INT, FLOAT64),
          GoFunction.of("until", c -> until(c, 0, c.integer(0), c.integer(0) < 0 ? -1 : 1), INT),
          GoFunction.of(
              "untilStep", c -> until(c, c.integer(0), c.integer(1), c.integer(2)), INT, INT, INT),
          GoFunction.variadic("seq", SprigNumbers::sequence, INT));

  private SprigNumbers() {}

  private static GoValue wide(long number) {
    return GoValue.Int.wide(number);
  }

  private static GoValue decimal(double number) {
    return new GoValue.Decimal(number);
  }

  private static GoValue fold(Arguments call, LongBinaryOperator operator) {
    return fold(call, Conversions.integer(call.value(0)), 1, operator);
  }

  private static GoValue fold(Arguments call, long start, int from, LongBinaryOperator operator) {
    long result = start;
    for (int i = from; i < call.count(); i++) {
      result = operator.applyAsLong(result, Conversions.integer(call.value(i)));
    }
    return wide(result);
  }

  private static GoValue folded(Arguments call, DoubleBinaryOperator operator) {
    double result = Conversions.decimal(call.value(0));
    for (int i = 1; i < call.count(); i++) {
      result = operator.applyAsDouble(result, Conversions.decimal(call.value(i)));
    }
    return decimal(result);
  }

  private static GoValue divide(Arguments call) {
    return fold(call, (a, b) -> a / nonZero(b));
  }

  private static GoValue modulo(Arguments call) {
    return fold(call, (a, b) -> a % nonZero(b));
  }

  private static long nonZero(long number) {
    if (number == 0) {
      throw new GoError("runtime error: integer divide by zero");
    }
    return number;
  }

  private static GoValue addExact(Arguments call) {
    List<GoValue> all = new ArrayList<>(List.of(GoValue.Int.of(0)));
    all.addAll(call.from(0));
    return exact(all, BigDecimal::add);
  }

  /** Sprig calculates with {@code shopspring/decimal}. */
  private static GoValue exact(List<GoValue> values, BinaryOperator<BigDecimal> operator) {
    return decimal(
        values.stream()
            .map(each -> BigDecimal.valueOf(Conversions.decimal(each)))
            .reduce(operator)
            .map(BigDecimal::doubleValue)
            .orElse(0.0));
  }

  private static BigDecimal divideExact(BigDecimal one, BigDecimal other) {
    if (other.signum() == 0) {
      throw new GoError("decimal division by 0");
    }
    return one.divide(other, DIVISION_DIGITS, RoundingMode.HALF_UP);
  }

  private static GoValue octal(Arguments call) {
    String digits = GoFormat.print(call.value(0));
    return wide(digits.matches("[+-]?[0-7]{1,20}") ? Long.parseLong(digits, 8) : 0);
  }

  private static GoValue round(Arguments call) {
    double power = Math.pow(10, call.integer(1));
    double digits = power * Conversions.decimal(call.value(0));
    double roundOn = call.count() > 2 ? ((GoValue.Decimal) call.value(2)).value() : 0.5;
    double fraction = digits - (digits < 0 ? Math.ceil(digits) : Math.floor(digits));
    return decimal((fraction >= roundOn ? Math.ceil(digits) : Math.floor(digits)) / power);
  }

  private static GoValue until(Arguments call, long start, long stop, long step) {
    return Conversions.ints(numbers(call, start, stop, step));
  }

  private static List<GoValue> numbers(Arguments call, long start, long stop, long step) {
    List<GoValue> numbers = new ArrayList<>();
    if (step == 0 || start == stop || stop > start != step > 0) {
      return numbers;
    }
    call.budget().use(Math.abs((stop - start) / step) + 1);
    for (long i = start; step > 0 ? i < stop : i > stop; i += step) {
      numbers.add(GoValue.Int.of(i));
    }
    return numbers;
  }

  private static GoValue sequence(Arguments call) {
    List<GoValue> numbers =
        switch (call.count()) {
          case 1 -> inclusive(call, 1, call.integer(0), call.integer(0) < 1 ? -1 : 1);
          case 2 ->
              inclusive(
                  call,
                  call.integer(0),
                  call.integer(1),
                  call.integer(1) < call.integer(0) ? -1 : 1);
          case 3 -> stepped(call, call.integer(0), call.integer(1), call.integer(2));
          default -> List.of();
        };
    return Conversions.of(numbers.stream().map(GoFormat::print).collect(Collectors.joining(" ")));
  }

  private static List<GoValue> stepped(Arguments call, long start, long step, long end) {
    boolean down = end < start;
    return down && step > 0 ? List.of() : numbers(call, start, end + (down ? -1 : 1), step);
  }

  private static List<GoValue> inclusive(Arguments call, long start, long end, long step) {
    return numbers(call, start, end + step, step);
  }
}
