package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
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
}
