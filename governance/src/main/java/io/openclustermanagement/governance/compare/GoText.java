package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values in the form that Go's {@code fmt.Sprint} prints, by which upstream compares and sorts
 * them. A text and a number print alike, and so do {@code ["1 2"]} and {@code [1, 2]}.
 */
public final class GoText {

  private static final String NIL = "<nil>";
  private static final int EXPONENT_FROM = 6;

  private GoText() {}

  /** The printed form; {@code null} stands for an absent value. */
  public static String of(@Nullable JsonValue value) {
    return switch (value) {
      case null -> NIL;
      case JsonNull _ -> NIL;
      case JsonString(String text) -> text;
      case JsonBoolean(boolean bool) -> Boolean.toString(bool);
      case JsonInteger(long number) -> Long.toString(number);
      case JsonDecimal(double number) -> decimal(number);
      case JsonArray(List<JsonValue> items) -> list(items.stream().map(GoText::of));
      case JsonObject(Map<String, JsonValue> fields) -> map(fields, GoText::of);
    };
  }

  /** The printed form with the items of all lists in order of their own printed form. */
  public static String sorted(JsonValue value) {
    return switch (value) {
      case JsonArray(List<JsonValue> items) -> list(items.stream().map(GoText::sorted).sorted());
      case JsonObject(Map<String, JsonValue> fields) -> map(fields, GoText::sorted);
      case JsonNull _, JsonString _, JsonBoolean _, JsonInteger _, JsonDecimal _ -> of(value);
    };
  }

  private static String list(Stream<String> items) {
    return items.collect(Collectors.joining(" ", "[", "]"));
  }

  /** Go prints maps in the order of their keys. */
  private static String map(Map<String, JsonValue> fields, Function<JsonValue, String> print) {
    return fields.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + ":" + print.apply(each.getValue()))
        .collect(Collectors.joining(" ", "map[", "]"));
  }

  /** {@code strconv.FormatFloat(number, 'g', -1, 64)}: an exponent below -4 or from 6 on. */
  public static String decimal(double number) {
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent >= -4 && exponent < EXPONENT_FROM) {
      return exact.toPlainString();
    }
    String digits = exact.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return "%s%se%s%02d"
        .formatted(number < 0 ? "-" : "", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
