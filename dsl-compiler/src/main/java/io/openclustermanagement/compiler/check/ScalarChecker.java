package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.api.kubernetes.StructuralType.Format;
import io.openclustermanagement.api.kubernetes.TextFormats;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.BoolValue;
import io.openclustermanagement.compiler.program.Value.DurationValue;
import io.openclustermanagement.compiler.program.Value.FloatValue;
import io.openclustermanagement.compiler.program.Value.IntValue;
import io.openclustermanagement.compiler.program.Value.NullValue;
import io.openclustermanagement.compiler.program.Value.PercentValue;
import io.openclustermanagement.compiler.program.Value.QuantityValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.compiler.program.Values;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns constants into the JSON that a field of a resource takes. */
final class ScalarChecker {

  private static final Pattern LITERAL = Pattern.compile("v?\\d[\\w.%-]*|true|false");
  private static final int MOST_VALUES_SHOWN = 8;

  private final Findings findings;
  private final Purpose purpose;

  ScalarChecker(Findings findings, Purpose purpose) {
    this.findings = findings;
    this.purpose = purpose;
  }

  /**
   * Where a value stands.
   *
   * @param subject what takes the value, to begin a sentence with: {@code `replicas`}
   * @param span the value in the source
   */
  record Target(String subject, SourceSpan span) {}

  /**
   * The JSON of a constant that is no list and no map; empty after a report.
   *
   * @param type what the field takes, which is no list, map or struct
   */
  Optional<JsonValue> check(Value value, StructuralType type, Target target) {
    if (value instanceof NullValue) {
      return Optional.of(JsonNull.NULL);
    }
    if (value instanceof StringValue(String text) && isTemplate(text)) {
      return Optional.of(new JsonString(text));
    }
    return switch (type) {
      case StructuralType.Any(boolean object) when !object -> Optional.of(natural(value));
      case StructuralType.Text text -> text(value, text, target);
      case StructuralType.WholeNumber number -> integer(value, number, target);
      case StructuralType.DecimalNumber _ ->
          value instanceof IntValue || value instanceof FloatValue
              ? Optional.of(natural(value))
              : mismatch(value, type, target);
      case StructuralType.Bool _ ->
          value instanceof BoolValue ? Optional.of(natural(value)) : mismatch(value, type, target);
      case StructuralType.Amount _ -> amount(value, type, target);
      case StructuralType.IntOrText _ ->
          value instanceof IntValue || value instanceof StringValue || value instanceof PercentValue
              ? Optional.of(natural(value))
              : mismatch(value, type, target);
      default -> mismatch(value, type, target);
    };
  }

  /** Whether a text is a template that is resolved on the hub or on the cluster. */
  boolean isTemplate(String text) {
    return purpose.mayUseTemplates() && text.contains("{{");
  }

  /** A constant as JSON has it where no type says more. */
  private static JsonValue natural(Value value) {
    return switch (value) {
      case IntValue(long number) -> new JsonInteger(number);
      case FloatValue(BigDecimal number) -> new JsonDecimal(number.doubleValue());
      case BoolValue(boolean bool) -> new JsonBoolean(bool);
      case DurationValue(Duration duration) -> new JsonString(goDuration(duration));
      case NullValue _ -> JsonNull.NULL;
      default -> new JsonString(Values.text(value));
    };
  }

  private Optional<JsonValue> text(Value value, StructuralType.Text type, Target target) {
    if (type.format() == Format.DURATION && value instanceof DurationValue) {
      return Optional.of(natural(value));
    }
    if (!(value instanceof StringValue(String text))) {
      return mismatch(value, type, target);
    }
    if (!type.values().isEmpty() && !type.values().contains(text)) {
      reportNotAllowed(text, type.values(), target);
      return Optional.empty();
    }
    return TextFormats.matches(text, type.format())
        ? Optional.of(new JsonString(text))
        : malformed(type, target);
  }

  private Optional<JsonValue> integer(Value value, StructuralType.WholeNumber type, Target target) {
    if (!(value instanceof IntValue(long number))) {
      return mismatch(value, type, target);
    }
    if (number < type.lowest() || number > type.highest()) {
      findings.add(
          Diagnostic.error(
                  Code.OUT_OF_RANGE,
                  target.span(),
                  "%s takes a number from %d to %d."
                      .formatted(target.subject(), type.lowest(), type.highest()))
              .label("this is " + number));
      return Optional.empty();
    }
    return Optional.of(new JsonInteger(number));
  }

  private Optional<JsonValue> amount(Value value, StructuralType type, Target target) {
    return switch (value) {
      case QuantityValue _, IntValue _, FloatValue _ -> Optional.of(natural(value));
      case StringValue(String text) ->
          Quantity.isValid(text) ? Optional.of(new JsonString(text)) : malformed(type, target);
      default -> mismatch(value, type, target);
    };
  }

  /** Reports a value of another type than the field takes. */
  Optional<JsonValue> mismatch(Value value, StructuralType type, Target target) {
    var finding = typeError(type, target).label("this is " + noun(value));
    if (type instanceof StructuralType.Text && isLiteral(target.span().text())) {
      suggestQuotes(finding, target);
    } else if (value instanceof StringValue(String text) && isLiteralOf(text, type)) {
      finding.fix("remove the quotes", true, new TextEdit(target.span(), text));
    }
    findings.add(finding);
    return Optional.empty();
  }

  /** Reports a number with a unit where the field takes none. */
  Optional<JsonValue> unitMismatch(StructuralType type, Target target) {
    var finding = typeError(type, target).label("this has a unit");
    if (type instanceof StructuralType.Text || type instanceof StructuralType.IntOrText) {
      suggestQuotes(finding, target);
    }
    findings.add(finding);
    return Optional.empty();
  }

  private static void suggestQuotes(Diagnostic.Builder finding, Target target) {
    finding.fix(
        "put it in quotes", true, new TextEdit(target.span(), quoted(target.span().text())));
  }

  /** Whether a text is that of a number, a version or the like, not the name of a parameter. */
  private static boolean isLiteral(String text) {
    return LITERAL.matcher(text).matches();
  }

  /** Starts the report of a value of another type than the field takes. */
  static Diagnostic.Builder typeError(StructuralType type, Target target) {
    return Diagnostic.error(
        Code.TYPE_MISMATCH, target.span(), "%s takes %s.".formatted(target.subject(), type.noun()));
  }

  private static boolean isLiteralOf(String text, StructuralType type) {
    return switch (type) {
      case StructuralType.Bool _ -> text.equals("true") || text.equals("false");
      case StructuralType.WholeNumber _ -> text.matches("-?\\d{1,9}");
      case StructuralType.DecimalNumber _ -> text.matches("-?\\d{1,9}(\\.\\d{1,9})?");
      default -> false;
    };
  }

  private Optional<JsonValue> malformed(StructuralType type, Target target) {
    var finding = typeError(type, target).label("this is not one");
    if (type instanceof StructuralType.Text(Format format, _) && format == Format.BYTE) {
      finding.help("encode it, or put it as it is under `stringData` if this is a Secret.");
    }
    findings.add(finding);
    return Optional.empty();
  }

  private void reportNotAllowed(String text, List<String> values, Target target) {
    var finding =
        Diagnostic.error(
            Code.NOT_ALLOWED,
            target.span(),
            "%s cannot be `%s`.".formatted(target.subject(), text));
    Optional<String> near =
        Suggestions.closest(text, values)
            .or(() -> values.stream().filter(text::equalsIgnoreCase).findFirst());
    near.ifPresentOrElse(
        each -> {
          finding.label("did you mean `%s`?".formatted(each));
          finding.fix(
              "write `%s`".formatted(each), false, new TextEdit(target.span(), quoted(each)));
        },
        () -> finding.note("it takes " + listed(values)));
    findings.add(finding);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String listed(List<String> values) {
    String shown =
        values.stream()
            .limit(MOST_VALUES_SHOWN)
            .map(each -> "`" + each + "`")
            .collect(Collectors.joining(", "));
    return values.size() > MOST_VALUES_SHOWN ? shown + " and others" : shown;
  }

  private static String noun(Value value) {
    return switch (value) {
      case StringValue _ -> "a string";
      case IntValue _ -> "an integer";
      case FloatValue _ -> "a number with a fraction";
      case BoolValue(boolean bool) -> "`" + bool + "`";
      case DurationValue _ -> "a duration";
      case QuantityValue _ -> "a quantity";
      case PercentValue _ -> "a percentage";
      case Value.VersionValue _ -> "a version";
      case Value.DateValue _ -> "a date";
      case Value.ListValue _ -> "a list";
      case Value.MapValue _ -> "a map";
      case Value.ComplianceValue _ -> "a state of compliance";
      case NullValue _ -> "null";
    };
  }

  /** A duration as Go reads it, which knows no days. */
  static String goDuration(Duration duration) {
    if (duration.toMillis() % 1000 != 0) {
      return duration.toMillis() + "ms";
    }
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount != 0) {
      text.append(amount).append(unit);
    }
  }
}
