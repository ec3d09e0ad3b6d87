package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFormat;
import io.openclustermanagement.governance.gotemplate.GoJson;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects of Kubernetes as Go has them: integers are {@code int64}. */
final class JsonValues {
  private JsonValues() {}

  static GoValue of(JsonValue json) {
    return switch (json) {
      case JsonNull _ -> GoValue.NIL;
      case JsonString(String text) -> new GoValue.Text(text);
      case JsonBoolean(boolean bool) -> new GoValue.Bool(bool);
      case JsonInteger(long number) -> GoValue.Int.wide(number);
      case JsonDecimal(double number) -> new GoValue.Decimal(number);
      case JsonArray(List<JsonValue> items) ->
          GoValue.Sequence.of(items.stream().map(JsonValues::of).toList());
      case JsonObject object -> map(object);
    };
  }

  static GoValue.Mapping map(JsonObject object) {
    Map<String, GoValue> entries = LinkedHashMap.newLinkedHashMap(object.fields().size());
    object.fields().forEach((key, value) -> entries.put(key, of(value)));
    return GoValue.Mapping.of(entries);
  }

  /**
   * A value after it was written as JSON and read again, as Kubernetes gets it: a number without
   * decimals is an integer, a time is a text.
   *
   * @throws GoError if JSON has no such value
   */
  static JsonValue json(GoValue value) {
    return switch (value) {
      case GoValue.Nil _ -> JsonNull.NULL;
      case GoValue.Bool(boolean bool) -> new JsonBoolean(bool);
      case GoValue.Int(long number, _) -> new JsonInteger(number);
      case GoValue.Decimal(double number) -> number(number);
      case GoValue.Text(String text) -> new JsonString(SprigText.valid(text));
      case GoValue.Sequence list when list.isNil() -> JsonNull.NULL;
      case GoValue.Sequence list ->
          new JsonArray(list.items().stream().map(JsonValues::json).toList());
      case GoValue.Mapping map when map.isNil() -> JsonNull.NULL;
      case GoValue.Mapping map -> object(map.entries());
      case GoValue.Struct struct -> object(struct.fields());
      case GoValue.Time _, GoValue.Instance _ -> {
        String quoted = GoJson.raw(value);
        yield new JsonString(quoted.substring(1, quoted.length() - 1));
      }
    };
  }

  private static JsonObject object(Map<String, GoValue> entries) {
    Map<String, JsonValue> fields = LinkedHashMap.newLinkedHashMap(entries.size());
    entries.forEach((key, value) -> fields.put(SprigText.valid(key), json(value)));
    return new JsonObject(fields);
  }

  private static JsonValue number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new GoError("json: unsupported value: " + GoFormat.print(new GoValue.Decimal(number)));
    }
    return number == Math.rint(number) && Math.abs(number) < 0x1p63
        ? new JsonInteger((long) number)
        : new JsonDecimal(number);
  }
}
