package io.openclustermanagement.api.meta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON.
 *
 * @param fields the fields in the order of the text; the order has no part in equality
 */
public record JsonObject(Map<String, JsonValue> fields) implements JsonValue {
  /** The object without fields. */
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public JsonObject {
    fields = Copies.of(fields);
  }

  /**
   * The object of a plain map.
   *
   * @throws IllegalArgumentException if a key is not a text or a value is not JSON
   */
  public static JsonObject of(Map<?, ?> tree) {
    Map<String, JsonValue> fields = LinkedHashMap.newLinkedHashMap(tree.size());
    tree.forEach(
        (key, value) -> {
          if (!(key instanceof String name)) {
            throw new IllegalArgumentException("not a key: " + key);
          }
          fields.put(name, JsonValue.of(value));
        });
    return new JsonObject(fields);
  }

  /** Whether it has no field. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** The value of a field, {@code null} if there is none. */
  public @Nullable JsonValue get(String name) {
    return fields.get(name);
  }

  /** The text of a field, if it is a text. */
  public Optional<String> text(String name) {
    return fields.get(name) instanceof JsonString(String value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** The object of a field; an empty one if the field is absent or something else. */
  public JsonObject object(String name) {
    return fields.get(name) instanceof JsonObject object ? object : EMPTY;
  }

  /** The same with a field added or replaced. */
  public JsonObject with(String name, JsonValue value) {
    Map<String, JsonValue> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return new JsonObject(changed);
  }

  /** The same without a field. */
  public JsonObject without(String name) {
    if (!fields.containsKey(name)) {
      return this;
    }
    Map<String, JsonValue> changed = new LinkedHashMap<>(fields);
    changed.remove(name);
    return new JsonObject(changed);
  }

  /** The same with each value changed. */
  public JsonObject map(UnaryOperator<JsonValue> change) {
    Map<String, JsonValue> changed = LinkedHashMap.newLinkedHashMap(fields.size());
    fields.forEach((name, value) -> changed.put(name, change.apply(value)));
    return new JsonObject(changed);
  }

  @Override
  public Map<String, Object> toTree() {
    Map<String, @Nullable Object> tree = LinkedHashMap.newLinkedHashMap(fields.size());
    fields.forEach((name, value) -> tree.put(name, value.toTree()));
    @SuppressWarnings("NullAway") // a tree of JSON holds null where the text does
    Map<String, Object> result = Collections.unmodifiableMap(tree);
    return result;
  }
}
