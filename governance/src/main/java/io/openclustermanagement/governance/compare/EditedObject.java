package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.governance.compare.Edit.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Does edits. All paths are those of the object before the first one; in this order they stay so.
 */
final class EditedObject {
  private static final Pattern SLASH = Pattern.compile("/");
  private static final int MAX_DIGITS = 10;
  private static final Pattern NUMBER = Pattern.compile("(?<=/)\\d{1,10}(?=/|$)");

  private EditedObject() {}

  static JsonObject apply(JsonObject object, List<Edit> edits) {
    JsonValue result = object;
    for (Edit edit : edits) {
      List<String> path =
          SLASH.splitAsStream(edit.path()).skip(1).map(EditedObject::unescape).toList();
      result = edited(result, path, edit);
    }
    return (JsonObject) Objects.requireNonNull(result);
  }

  /** Writes first, then what is added to lists, then what is removed from the end backwards. */
  static List<Edit> inOrder(List<Edit> edits) {
    return edits.stream()
        .sorted(
            Comparator.comparing(Edit::operation)
                .thenComparing(EditedObject::removedLast, Comparator.reverseOrder()))
        .toList();
  }

  /** In the order of these texts later items follow earlier ones, and parts follow the whole. */
  private static String removedLast(Edit edit) {
    return edit.operation() == Operation.REMOVE
        ? NUMBER
            .matcher(edit.path())
            .replaceAll(number -> "0".repeat(MAX_DIGITS - number.group().length()) + number.group())
        : "";
  }

  private static JsonValue edited(@Nullable JsonValue value, List<String> path, Edit edit) {
    if (path.isEmpty()) {
      return edit.operation() == Operation.APPEND && value instanceof JsonArray list
          ? appended(list, Objects.requireNonNull(edit.value()))
          : Objects.requireNonNull(edit.value());
    }
    return value instanceof JsonArray list
        ? item(list, path, edit)
        : field(value instanceof JsonObject object ? object : JsonObject.EMPTY, path, edit);
  }

  private static JsonValue field(JsonObject object, List<String> path, Edit edit) {
    String name = path.getFirst();
    if (path.size() == 1 && edit.operation() == Operation.REMOVE) {
      return object.without(name);
    }
    return object.with(name, edited(object.get(name), path.subList(1, path.size()), edit));
  }

  private static JsonValue item(JsonArray list, List<String> path, Edit edit) {
    int index = Integer.parseInt(path.getFirst());
    List<JsonValue> items = new ArrayList<>(list.items());
    if (path.size() == 1 && edit.operation() == Operation.REMOVE) {
      items.remove(index);
    } else {
      items.set(index, edited(items.get(index), path.subList(1, path.size()), edit));
    }
    return new JsonArray(items);
  }

  private static JsonArray appended(JsonArray list, JsonValue item) {
    List<JsonValue> items = new ArrayList<>(list.items());
    items.add(item);
    return new JsonArray(items);
  }

  private static String unescape(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
