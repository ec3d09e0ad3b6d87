package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON as expressions see it. A field that is null is not there, as in objects that an API server
 * stores. Nothing is copied: an expression reads a few fields of a large object.
 */
public final class CelJson {

  private CelJson() {}

  /** The value for an expression. */
  public static Object of(JsonValue json) {
    return switch (json) {
      case JsonObject object -> new Fields(object);
      case JsonArray array -> new Elements(array);
      case JsonString(String text) -> text;
      case JsonInteger(long number) -> number;
      case JsonDecimal(double number) -> number;
      case JsonBoolean(boolean truth) -> truth;
      case JsonNull _ -> NullValue.NULL;
    };
  }

  private static final class Elements extends AbstractList<Object> {
    private final JsonArray array;

    Elements(JsonArray array) {
      this.array = array;
    }

    @Override
    public Object get(int index) {
      return of(array.items().get(index));
    }

    @Override
    public int size() {
      return array.items().size();
    }
  }

  private static final class Fields extends AbstractMap<String, Object> {
    private final JsonObject object;

    Fields(JsonObject object) {
      this.object = object;
    }

    @Override
    public @Nullable Object get(Object name) {
      JsonValue value = name instanceof String key ? object.get(key) : null;
      return value == null || value instanceof JsonNull ? null : of(value);
    }

    @Override
    public boolean containsKey(Object name) {
      return get(name) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return new Entries(object);
    }
  }

  private static final class Entries extends AbstractSet<Map.Entry<String, Object>> {
    private final JsonObject object;

    Entries(JsonObject object) {
      this.object = object;
    }

    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
      return object.fields().entrySet().stream()
          .filter(field -> !(field.getValue() instanceof JsonNull))
          .<Map.Entry<String, Object>>map(
              field -> Map.entry(field.getKey(), of(Objects.requireNonNull(field.getValue()))))
          .iterator();
    }

    @Override
    public int size() {
      return (int)
          object.fields().values().stream().filter(value -> !(value instanceof JsonNull)).count();
    }
  }
}
