package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.OptionalOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Version;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Expression.Literal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads literals; a number with a unit takes its meaning from the type that is expected. */
final class Literals {

  private static final Pattern UNIT = Pattern.compile("(\\d+(?:\\.\\d+)?)([a-zA-Z]+)");
  private static final Map<String, Duration> DURATIONS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private final Findings findings;

  Literals(Findings findings) {
    this.findings = findings;
  }

  /** The value of a literal; empty after a report. */
  Optional<Value> read(Literal literal, @Nullable Type expected) {
    Type wanted = expected instanceof OptionalOf(Type value) ? value : expected;
    String text = literal.text();
    return switch (literal.kind()) {
      case BOOLEAN -> Optional.of(new Value.BoolValue(text.equals("true")));
      case NULL -> Optional.of(new Value.NullValue());
      case INTEGER -> integer(literal, wanted);
      case DECIMAL -> Optional.of(decimal(text, wanted));
      case UNIT -> unit(literal, wanted);
      case PERCENT -> percent(literal);
      case VERSION -> version(literal);
      case DATE -> date(literal);
    };
  }

  private Optional<Value> integer(Literal literal, @Nullable Type wanted) {
    if (wanted == Simple.QUANTITY && Quantity.isValid(literal.text())) {
      return Optional.of(new Value.QuantityValue(new Quantity(literal.text())));
    }
    if (wanted == Simple.FLOAT) {
      return Optional.of(new Value.FloatValue(new BigDecimal(literal.text())));
    }
    try {
      return Optional.of(new Value.IntValue(Long.parseLong(literal.text())));
    } catch (NumberFormatException e) {
      return invalid(Code.OUT_OF_RANGE, literal, "`%s` is too large for a number.");
    }
  }

  private static Value decimal(String text, @Nullable Type wanted) {
    return wanted == Simple.QUANTITY
        ? new Value.QuantityValue(new Quantity(text))
        : new Value.FloatValue(new BigDecimal(text));
  }

  private Optional<Value> unit(Literal literal, @Nullable Type wanted) {
    Matcher matcher = UNIT.matcher(literal.text());
    String unit = matcher.matches() ? matcher.group(2) : "";
    boolean mayBeDuration = DURATIONS.containsKey(unit);
    boolean mayBeQuantity = Quantity.isValid(literal.text());
    if (!mayBeDuration && !mayBeQuantity) {
      // The parser has reported a unit that does not exist.
      return Optional.empty();
    }
    if (mayBeDuration && mayBeQuantity && wanted != Simple.DURATION && wanted != Simple.QUANTITY) {
      findings.add(
          Diagnostic.error(
                  Code.AMBIGUOUS_UNIT,
                  literal.span(),
                  "`%s` could be a duration or a quantity.".formatted(literal.text()))
              .help("use it where one of the two is expected, for example as a typed `param`."));
      return Optional.empty();
    }
    boolean duration = mayBeDuration && (wanted == Simple.DURATION || !mayBeQuantity);
    return duration
        ? duration(literal, matcher)
        : Optional.of(new Value.QuantityValue(new Quantity(literal.text())));
  }

  private Optional<Value> duration(Literal literal, Matcher matcher) {
    try {
      long millis = DURATIONS.getOrDefault(matcher.group(2), Duration.ZERO).toMillis();
      BigDecimal amount = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(millis));
      return Optional.of(
          new Value.DurationValue(Duration.ofMillis(amount.toBigInteger().longValueExact())));
    } catch (ArithmeticException e) {
      return invalid(Code.OUT_OF_RANGE, literal, "`%s` is too long for a duration.");
    }
  }

  private Optional<Value> percent(Literal literal) {
    String digits = literal.text().substring(0, literal.text().length() - 1);
    if (digits.length() > 6) {
      return invalid(Code.OUT_OF_RANGE, literal, "`%s` is too large for a percentage.");
    }
    return Optional.of(new Value.PercentValue(Integer.parseInt(digits)));
  }

  private Optional<Value> version(Literal literal) {
    Optional<Value> version = Version.parse(literal.text()).map(Value.VersionValue::new);
    return version.isPresent()
        ? version
        : invalid(Code.TYPE_MISMATCH, literal, "`%s` is no version: it has more than three parts.");
  }

  private Optional<Value> date(Literal literal) {
    try {
      return Optional.of(new Value.DateValue(LocalDate.parse(literal.text())));
    } catch (DateTimeException e) {
      return invalid(Code.OUT_OF_RANGE, literal, "There is no day `%s`.");
    }
  }

  private Optional<Value> invalid(Code code, Literal literal, String summary) {
    findings.add(Diagnostic.error(code, literal.span(), summary.formatted(literal.text())));
    return Optional.empty();
  }
}
