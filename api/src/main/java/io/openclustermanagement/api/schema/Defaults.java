package io.openclustermanagement.api.schema;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.ManifestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what the API server fills in before it stores an object: a default applies to an absent
 * field of an object that is there, and then within the value it brought.
 */
public final class Defaults {
  private static final Map<Field, Object> VALUES = new ConcurrentHashMap<>();

  private Defaults() {}

  /** The object with its defaults; the same object if none applies. */
  public static <T extends KubernetesObject> T apply(T object) {
    if (object instanceof GenericObject) {
      return object;
    }
    Record defaulted = fields(Schemas.kind(object.getClass()).root(), (Record) object);
    @SuppressWarnings("unchecked") // a record is rebuilt as the same record
    T result = (T) defaulted;
    return result;
  }

  /** The value that an absent field takes, already with the defaults within it. */
  public static Object of(Field field) {
    Object known = VALUES.get(field);
    if (known == null) {
      // Not computeIfAbsent: the value may have fields with defaults of their own.
      known = value(field.schema(), ManifestReader.literal(field.schema(), field.defaultJson()));
      VALUES.put(field, known);
    }
    return known;
  }

  private static Record fields(Schema.ObjectType type, Record owner) {
    @Nullable Object[] values = new @Nullable Object[type.fields().size()];
    boolean changed = false;
    for (Field field : type.fields()) {
      Object old = field.get(owner);
      Object now = old != null ? value(field.schema(), old) : field.hasDefault() ? of(field) : null;
      values[field.index()] = now;
      changed |= old != now;
    }
    return changed ? type.create(values) : owner;
  }

  private static Object value(Schema schema, Object value) {
    return switch (schema) {
      case Schema.ObjectType type -> fields(type, (Record) value);
      case Schema.ArrayType type -> items(type, (List<?>) value);
      case Schema.MapType type -> value;
      case Schema.StringType type -> value;
      case Schema.EnumType type -> value;
      case Schema.IntegerType type -> value;
      case Schema.BooleanType type -> value;
      case Schema.DateTimeType type -> value;
      case Schema.QuantityType type -> value;
      case Schema.IntOrStringType type -> value;
      case Schema.JsonType type -> value;
    };
  }

  private static List<?> items(Schema.ArrayType type, List<?> items) {
    if (!(type.items() instanceof Schema.ObjectType)) {
      return items;
    }
    List<Object> result = new ArrayList<>(items.size());
    boolean changed = false;
    for (Object item : items) {
      Object now = value(type.items(), item);
      result.add(now);
      changed |= now != item;
    }
    return changed ? result : items;
  }
}
