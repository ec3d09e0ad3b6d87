package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.meta.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes objects down with their fields in order. */
final class Json {
  private Json() {}

  /** The object of some names, each in front of its value. */
  static JsonObject object(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return JsonObject.of(fields);
  }
}
