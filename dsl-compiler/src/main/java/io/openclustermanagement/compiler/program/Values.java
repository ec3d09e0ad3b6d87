package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.compiler.program.Expr.Operator;
import io.openclustermanagement.compiler.program.Value.BoolValue;
import io.openclustermanagement.compiler.program.Value.DateValue;
import io.openclustermanagement.compiler.program.Value.DurationValue;
import io.openclustermanagement.compiler.program.Value.FloatValue;
import io.openclustermanagement.compiler.program.Value.IntValue;
import io.openclustermanagement.compiler.program.Value.ListValue;
import io.openclustermanagement.compiler.program.Value.MapValue;
import io.openclustermanagement.compiler.program.Value.NullValue;
import io.openclustermanagement.compiler.program.Value.PercentValue;
import io.openclustermanagement.compiler.program.Value.QuantityValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.compiler.program.Value.VersionValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be done with constants. */
public final class Values {

  private Values() {}

  /** Whether two values are the same; quantities and versions by what they amount to. */
  public static boolean equal(Value left, Value right) {
    return switch (left) {
      case ListValue(_, List<Value> elements) ->
          right instanceof ListValue(_, List<Value> others) && equal(elements, others);
      case MapValue(_, var entries) ->
          right instanceof MapValue(_, var others)
              && entries.keySet().equals(others.keySet())
              && entries.entrySet().stream()
                  .allMatch(e -> equal(e.getValue(), valueOf(others.get(e.getKey()))));
      case BoolValue _, StringValue _, Value.ComplianceValue _, NullValue _ -> left.equals(right);
      case IntValue _,
          FloatValue _,
          DurationValue _,
          QuantityValue _,
          PercentValue _,
          VersionValue _,
          DateValue _ ->
          left.getClass() == right.getClass() && compare(left, right) == 0;
    };
  }

  private static Value valueOf(@Nullable Value value) {
    return value == null ? new NullValue() : value;
  }

  private static boolean equal(List<Value> left, List<Value> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The order of two values of the same ordered type.
   *
   * @throws IllegalArgumentException if their type has no order
   */
  public static int compare(Value left, Value right) {
    return switch (left) {
      case IntValue(long l) when right instanceof IntValue(long r) -> Long.compare(l, r);
      case FloatValue(BigDecimal l) when right instanceof FloatValue(BigDecimal r) ->
          l.compareTo(r);
      case DurationValue(Duration l) when right instanceof DurationValue(Duration r) ->
          l.compareTo(r);
      case QuantityValue(Quantity l) when right instanceof QuantityValue(Quantity r) ->
          l.compareTo(r);
      case PercentValue(int l) when right instanceof PercentValue(int r) -> Integer.compare(l, r);
      case VersionValue(Version l) when right instanceof VersionValue(Version r) -> l.compareTo(r);
      case DateValue l when right instanceof DateValue r -> l.value().compareTo(r.value());
      case IntValue _,
          FloatValue _,
          DurationValue _,
          QuantityValue _,
          PercentValue _,
          VersionValue _,
          DateValue _,
          StringValue _,
          BoolValue _,
          Value.ComplianceValue _,
          NullValue _,
          ListValue _,
          MapValue _ ->
          throw new IllegalArgumentException(left.type() + " and " + right.type());
    };
  }

  /**
   * The result of an operation.
   *
   * @throws ArithmeticException if there is none: division by zero, too large
   */
  public static Value compute(Operator operator, Value left, Value right) {
    return switch (left) {
      case IntValue(long l) when right instanceof IntValue(long r) ->
          new IntValue(compute(operator, l, r));
      case FloatValue(BigDecimal l) when right instanceof FloatValue(BigDecimal r) ->
          new FloatValue(compute(operator, l, r));
      case QuantityValue(Quantity l) when right instanceof QuantityValue(Quantity r) ->
          quantity(compute(operator, l.value(), r.value()));
      case QuantityValue(Quantity l) when right instanceof IntValue(long r) ->
          quantity(compute(operator, l.value(), BigDecimal.valueOf(r)));
      case DurationValue(Duration l) when right instanceof DurationValue(Duration r) ->
          new DurationValue(operator == Operator.ADD ? l.plus(r) : l.minus(r));
      case DurationValue(Duration l) when right instanceof IntValue(long r) ->
          new DurationValue(operator == Operator.MULTIPLY ? l.multipliedBy(r) : l.dividedBy(r));
      case DateValue l when right instanceof DurationValue(Duration r) ->
          new DateValue(l.value().plusDays(operator == Operator.ADD ? r.toDays() : -r.toDays()));
      case IntValue _,
          FloatValue _,
          DurationValue _,
          QuantityValue _,
          PercentValue _,
          VersionValue _,
          DateValue _,
          StringValue _,
          BoolValue _,
          Value.ComplianceValue _,
          NullValue _,
          ListValue _,
          MapValue _ ->
          throw new IllegalArgumentException(left.type() + " and " + right.type());
    };
  }

  private static long compute(Operator operator, long left, long right) {
    return switch (operator) {
      case ADD -> Math.addExact(left, right);
      case SUBTRACT -> Math.subtractExact(left, right);
      case MULTIPLY -> Math.multiplyExact(left, right);
      case DIVIDE -> left / right;
    };
  }

  private static BigDecimal compute(Operator operator, BigDecimal left, BigDecimal right) {
    return switch (operator) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.subtract(right);
      case MULTIPLY -> left.multiply(right, MathContext.DECIMAL64);
      case DIVIDE -> left.divide(right, MathContext.DECIMAL64);
    };
  }

  private static Value quantity(BigDecimal amount) {
    String text = amount.stripTrailingZeros().toPlainString();
    if (!Quantity.isValid(text)) {
      throw new ArithmeticException(text);
    }
    return new QuantityValue(new Quantity(text));
  }

  /** An entry of a map or an element of a list; empty if there is none. */
  public static Optional<Value> element(Value collection, Value key) {
    if (collection instanceof MapValue(_, var entries) && key instanceof StringValue(String name)) {
      return Optional.ofNullable(entries.get(name));
    }
    return collection instanceof ListValue(_, List<Value> elements)
            && key instanceof IntValue(long at)
            && at >= 0
            && at < elements.size()
        ? Optional.of(elements.get((int) at))
        : Optional.empty();
  }

  /** A duration as the language writes it, in its largest whole unit, such as {@code 90m}. */
  public static String text(Duration duration) {
    Optional<String> whole = wholeUnit(duration);
    return whole.orElseGet(() -> duration.toMillis() + "ms");
  }

  private static Optional<String> wholeUnit(Duration duration) {
    long seconds = duration.toSeconds();
    if (duration.toMillisPart() != 0) {
      return Optional.empty();
    }
    if (seconds != 0 && seconds % 86400 == 0) {
      return Optional.of(seconds / 86400 + "d");
    }
    if (seconds != 0 && seconds % 3600 == 0) {
      return Optional.of(seconds / 3600 + "h");
    }
    return Optional.of(seconds != 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s");
  }

  /** A value as the language writes it; text without its quotes. */
  public static String text(Value value) {
    return switch (value) {
      case StringValue(String text) -> text;
      case BoolValue(boolean truth) -> Boolean.toString(truth);
      case IntValue(long number) -> Long.toString(number);
      case FloatValue(BigDecimal number) -> number.toPlainString();
      case DurationValue(Duration duration) -> text(duration);
      case QuantityValue(Quantity quantity) -> quantity.text();
      case PercentValue(int percent) -> percent + "%";
      case VersionValue(Version version) -> "v" + version;
      case DateValue date -> date.value().toString();
      case Value.ComplianceValue(Compliance state) -> state.text();
      case NullValue _ -> "null";
      case ListValue(_, List<Value> elements) ->
          elements.stream().map(Values::text).collect(Collectors.joining(", ", "[", "]"));
      case MapValue(_, var entries) ->
          entries.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
