package io.openclustermanagement.api.schema;

import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.Quantity;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Derives schemas from records, each once and only when it is asked for, because reflection over
 * all kinds would be felt at the start of a command.
 */
public final class Schemas {
  private static final String MICROS = "date-time-micro";

  private static final ClassValue<Schema.ObjectType> OBJECTS =
      new ClassValue<>() {
        @Override
        protected Schema.ObjectType computeValue(Class<?> type) {
          return derive(type.asSubclass(Record.class));
        }
      };

  private static final ClassValue<KindSchema> KINDS =
      new ClassValue<>() {
        @Override
        protected KindSchema computeValue(Class<?> type) {
          Kind kind = type.getAnnotation(Kind.class);
          if (kind == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " is not a kind");
          }
          return new KindSchema(type.getSimpleName(), kind, OBJECTS.get(type));
        }
      };

  private Schemas() {}

  /** The schema of a record that is a kind. */
  public static KindSchema kind(Class<?> type) {
    return KINDS.get(type);
  }

  /** The schema of a record. */
  public static Schema.ObjectType object(Class<?> type) {
    return OBJECTS.get(type);
  }

  private static Schema.ObjectType derive(Class<? extends Record> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<Field> fields = new ArrayList<>(components.length);
    Map<String, Field> byName = new LinkedHashMap<>();
    for (int i = 0; i < components.length; i++) {
      Field field = field(components[i], i);
      fields.add(field);
      byName.put(field.name(), field);
    }
    return new Schema.ObjectType(
        type,
        List.copyOf(fields),
        byName,
        type.isAnnotationPresent(Atomic.class),
        constructor(type, components));
  }

  private static Constructor<? extends Record> constructor(
      Class<? extends Record> type, RecordComponent[] components) {
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getConstructor(parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getSimpleName() + " is not a public record", e);
    }
  }

  private static Field field(RecordComponent component, int index) {
    Property property = component.getAnnotation(Property.class);
    Schema schema = schema(component.getGenericType(), property, component);
    return new Field(
        property == null || property.name().isEmpty() ? component.getName() : property.name(),
        index,
        schema,
        property != null && property.required(),
        property != null && property.nullable(),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        property == null ? "" : property.defaultJson(),
        component.getAccessor());
  }

  private static Schema schema(
      Type type, @Nullable Property property, @Nullable AnnotatedElement component) {
    return switch (type) {
      case Class<?> plain -> plain(plain, property);
      case ParameterizedType generic when generic.getRawType() == List.class ->
          list(generic.getActualTypeArguments()[0], property, component);
      case ParameterizedType generic when generic.getRawType() == Map.class ->
          map(generic.getActualTypeArguments()[1], property);
      default -> throw unsupported(type);
    };
  }

  private static Schema list(
      Type item, @Nullable Property property, @Nullable AnnotatedElement component) {
    boolean plain = item == String.class || item == JsonObject.class;
    return new Schema.ArrayType(
        schema(item, plain ? property : null, null),
        property == null ? null : limit(property.minItems()),
        property == null ? null : limit(property.maxItems()),
        property == null ? List.of() : List.of(property.listMapKeys()),
        component != null && component.isAnnotationPresent(Atomic.class));
  }

  private static Schema map(Type value, @Nullable Property property) {
    Regex keys = property == null ? null : regex(property.keyPattern());
    return new Schema.MapType(schema(value, property, null), keys);
  }

  private static Schema plain(Class<?> type, @Nullable Property property) {
    if (type == String.class) {
      return string(property);
    } else if (type == Boolean.class) {
      return new Schema.BooleanType();
    } else if (type == Integer.class || type == Long.class) {
      return integer(type == Long.class, property);
    } else if (type == Instant.class) {
      return new Schema.DateTimeType(property != null && property.format().equals(MICROS));
    } else if (type == Quantity.class) {
      return new Schema.QuantityType();
    } else if (type == IntOrString.class) {
      return new Schema.IntOrStringType(property == null ? null : regex(property.pattern()));
    } else if (type == JsonObject.class) {
      return new Schema.JsonType(property != null && property.embedded());
    } else if (WireEnum.class.isAssignableFrom(type)) {
      return new Schema.EnumType(List.of((WireEnum[]) type.getEnumConstants()));
    } else if (type.isRecord()) {
      return object(type);
    }
    throw unsupported(type);
  }

  private static Schema string(@Nullable Property property) {
    if (property == null) {
      return new Schema.StringType("", null, null, null);
    }
    return new Schema.StringType(
        property.format(),
        regex(property.pattern()),
        limit(property.minLength()),
        limit(property.maxLength()));
  }

  private static Schema integer(boolean wide, @Nullable Property property) {
    String format = wide ? "int64" : "int32";
    if (property == null) {
      return new Schema.IntegerType(format, null, null);
    }
    return new Schema.IntegerType(
        property.format().equals("int") ? "" : format,
        limit(property.minimum()),
        limit(property.maximum()));
  }

  private static @Nullable Regex regex(String source) {
    return source.isEmpty() ? null : new Regex(source);
  }

  private static @Nullable Long limit(long value) {
    return value == Property.NONE ? null : value;
  }

  private static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException("no schema for " + type.getTypeName());
  }
}
