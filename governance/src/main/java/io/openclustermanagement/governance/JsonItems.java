package io.openclustermanagement.governance;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import java.util.List;

/** The items of lists in objects of which nothing is certain. */
public final class JsonItems {

  private JsonItems() {}

  /** The objects in the list of a field; none if there is no list. */
  public static List<JsonObject> objects(JsonObject object, String field) {
    return object.get(field) instanceof JsonArray array
        ? array.items().stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .toList()
        : List.of();
  }

  /** The texts in the list of a field; none if there is no list. */
  public static List<String> texts(JsonObject object, String field) {
    return object.get(field) instanceof JsonArray array
        ? array.items().stream()
            .filter(JsonString.class::isInstance)
            .map(text -> ((JsonString) text).value())
            .toList()
        : List.of();
  }
}
