package io.openclustermanagement.api.schema;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds objects that were built in memory to what the API server holds them to. Objects that come
 * from a file were checked when they were read.
 */
public final class Validation {
  private final List<Problem> problems = new ArrayList<>();

  private Validation() {}

  /** The problems of an object, in the order of its fields; none for one without a record. */
  public static List<Problem> validate(KubernetesObject object) {
    if (object instanceof GenericObject) {
      return List.of();
    }
    Validation validation = new Validation();
    Schema.ObjectType root = Schemas.kind(object.getClass()).root();
    validation.fields(root, (Record) object, FieldPath.ROOT);
    return List.copyOf(validation.problems);
  }

  private void fields(Schema.ObjectType type, Record owner, FieldPath path) {
    for (Field field : type.fields()) {
      Object value = field.get(owner);
      FieldPath place = path.field(field.name());
      if (value != null) {
        check(field.schema(), value, place);
      } else if (field.required() && !field.hasDefault()) {
        add(
            Problem.of(
                Problem.Kind.FIELD_MISSING,
                place.pointer(),
                "The required field `%s` is missing.".formatted(place.dotted())));
      }
    }
    if (owner instanceof Constrained constrained) {
      problems.addAll(constrained.problems(path));
    }
  }

  private void check(Schema schema, Object value, FieldPath path) {
    switch (schema) {
      case Schema.StringType type -> add(Checks.text(type, (String) value, path));
      case Schema.IntegerType type -> add(Checks.range(type, ((Number) value).longValue(), path));
      case Schema.IntOrStringType type -> {
        if (value instanceof IntOrString.Text text) {
          add(Checks.pattern(type.pattern(), text.value(), path));
        }
      }
      case Schema.ArrayType type -> list(type, (List<?>) value, path);
      case Schema.MapType type -> map(type, (Map<?, ?>) value, path);
      case Schema.ObjectType type -> fields(type, (Record) value, path);
      case Schema.EnumType type -> {}
      case Schema.BooleanType type -> {}
      case Schema.DateTimeType type -> {}
      case Schema.QuantityType type -> {}
      case Schema.JsonType type -> {}
    }
  }

  private void list(Schema.ArrayType type, List<?> items, FieldPath path) {
    for (int i = 0; i < items.size(); i++) {
      check(type.items(), items.get(i), path.item(i));
    }
    problems.addAll(Checks.items(type, items, path));
  }

  private void map(Schema.MapType type, Map<?, ?> entries, FieldPath path) {
    entries.forEach(
        (key, value) -> {
          FieldPath place = path.field((String) key);
          add(Checks.key(type.keys(), (String) key, place));
          check(type.values(), value, place);
        });
  }

  private void add(@Nullable Problem problem) {
    if (problem != null) {
      problems.add(problem);
    }
  }
}
