package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.Map;

/** JSON merge patches (RFC 7386). */
final class MergePatch {

  private MergePatch() {}

  /** The object after the patch: null removes a field, an object is merged, the rest replaces. */
  static JsonObject apply(JsonObject target, JsonObject patch) {
    JsonObject result = target;
    for (Map.Entry<String, JsonValue> field : patch.fields().entrySet()) {
      String name = field.getKey();
      result =
          switch (field.getValue()) {
            case JsonNull _ -> result.without(name);
            case JsonObject inner -> result.with(name, apply(result.object(name), inner));
            case JsonValue value -> result.with(name, value);
          };
    }
    return result;
  }
}
