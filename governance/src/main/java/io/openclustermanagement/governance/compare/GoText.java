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
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
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
      case JsonArray _, JsonObject _ -> GoPrinter.print(value, false);
    };
  }

  /** The printed form with the items of all lists in order of their own printed form. */
  public static String sorted(JsonValue value) {
    return GoPrinter.print(value, true);
  }

  /** Whether two values print alike. */
  static boolean isAlike(JsonValue one, JsonValue other) {
    return switch (likeness(one, other)) {
      case ALIKE -> true;
      case DIFFERENT -> false;
      case UNKNOWN -> of(one).equals(of(other));
    };
  }

  private enum Likeness {
    ALIKE,
    DIFFERENT,
    UNKNOWN
  }

  /** What can be said without printing: nearly always enough. */
  private static Likeness likeness(JsonValue one, JsonValue other) {
    if (Identity.isSame(one, other)) {
      return Likeness.ALIKE;
    }
    return switch (one) {
      case JsonObject object when other instanceof JsonObject same -> likeness(object, same);
      case JsonArray list when other instanceof JsonArray same -> likeness(list, same);
      case JsonArray _, JsonObject _ -> Likeness.UNKNOWN;
      case JsonString _, JsonBoolean _, JsonInteger _, JsonDecimal _, JsonNull _ ->
          other instanceof JsonObject || other instanceof JsonArray
              ? Likeness.UNKNOWN
              : likeness(of(one), of(other));
    };
  }

  /** Where a text goes on after the other one ends, what follows decides. */
  private static Likeness likeness(String one, String other) {
    if (one.equals(other)) {
      return Likeness.ALIKE;
    }
    return one.startsWith(other) || other.startsWith(one) ? Likeness.UNKNOWN : Likeness.DIFFERENT;
  }

  private static Likeness likeness(JsonObject one, JsonObject other) {
    if (one.fields().size() != other.fields().size()) {
      return Likeness.UNKNOWN;
    }
    Iterator<Map.Entry<String, JsonValue>> others = inOrder(other).iterator();
    for (Map.Entry<String, JsonValue> each : inOrder(one)) {
      Map.Entry<String, JsonValue> same = others.next();
      Likeness likeness = likeness(each.getKey(), same.getKey());
      if (likeness == Likeness.ALIKE) {
        likeness = likeness(each.getValue(), same.getValue());
      }
      if (likeness != Likeness.ALIKE) {
        return likeness;
      }
    }
    return Likeness.ALIKE;
  }

  /** A list without items prints like one whose only item is an empty text. */
  private static Likeness likeness(JsonArray one, JsonArray other) {
    int common = Math.min(one.items().size(), other.items().size());
    for (int i = 0; i < common; i++) {
      Likeness likeness = likeness(one.items().get(i), other.items().get(i));
      if (likeness != Likeness.ALIKE) {
        return likeness;
      }
    }
    if (one.items().size() == other.items().size()) {
      return Likeness.ALIKE;
    }
    return common == 0 ? Likeness.UNKNOWN : Likeness.DIFFERENT;
  }

  /** The fields by name; those of most objects are in order already. */
  static Collection<Map.Entry<String, JsonValue>> inOrder(JsonObject object) {
    String before = "";
    for (String name : object.fields().keySet()) {
      if (before.compareTo(name) > 0) {
        return new TreeMap<>(object.fields()).entrySet();
      }
      before = name;
    }
    return object.fields().entrySet();
  }

  /** The type of a value of JSON in Go. */
  public static String type(JsonValue value) {
    return switch (value) {
      case JsonString _ -> "string";
      case JsonInteger _ -> "int64";
      case JsonDecimal _ -> "float64";
      case JsonBoolean _ -> "bool";
      case JsonNull _ -> "<nil>";
      case JsonObject _ -> "map[string]interface {}";
      case JsonArray _ -> "[]interface {}";
    };
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
