package io.openclustermanagement.api.kubernetes;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Problem.Kind;
import io.openclustermanagement.api.schema.Suggestions;
import io.openclustermanagement.api.schema.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks objects that people wrote in YAML against the type of their kind: what an API server would
 * refuse, or drop in silence as it does with unknown fields.
 */
public final class ObjectValidation {
  private static final int FEW = 8;

  private final boolean whole;
  private final boolean templates;
  private final List<Problem> problems = new ArrayList<>();

  private ObjectValidation(boolean whole, boolean templates) {
    this.whole = whole;
    this.templates = templates;
  }

  /**
   * What is wrong with an object, with JSON pointers and without positions.
   *
   * @param whole whether required fields must be there; a part of an object need not have them
   * @param templates whether texts with {@code &#123;&#123;} stand for values that are not known
   *     yet, as in the templates of policies
   */
  public static List<Problem> check(
      JsonObject object, ResourceType type, boolean whole, boolean templates) {
    ObjectValidation validation = new ObjectValidation(whole, templates);
    validation.value(object, type.root(), FieldPath.ROOT);
    return validation.problems;
  }

  private void value(JsonValue value, StructuralType type, FieldPath path) {
    if (value == JsonNull.NULL || isTemplate(value)) {
      return;
    }
    switch (type) {
      case StructType struct -> {
        if (value instanceof JsonObject object) {
          struct(object, struct, path);
        } else {
          mismatch(value, type, path);
        }
      }
      case StructuralType.MapOf(StructuralType values) -> {
        if (value instanceof JsonObject(Map<String, JsonValue> fields)) {
          fields.forEach((name, each) -> value(each, values, path.field(name)));
        } else {
          mismatch(value, type, path);
        }
      }
      case StructuralType.ListOf list -> {
        if (value instanceof JsonArray(List<JsonValue> items)) {
          for (int i = 0; i < items.size(); i++) {
            value(items.get(i), list.element(), path.item(i));
          }
        } else {
          mismatch(value, type, path);
        }
      }
      case StructuralType.Text text -> text(value, text, path);
      case StructuralType.WholeNumber number -> integer(value, number, path);
      case StructuralType.DecimalNumber _ -> {
        if (!(value instanceof JsonInteger || value instanceof JsonDecimal)) {
          mismatch(value, type, path);
        }
      }
      case StructuralType.Bool _ -> {
        if (!(value instanceof JsonBoolean)) {
          mismatch(value, type, path);
        }
      }
      case StructuralType.Amount _ -> amount(value, type, path);
      case StructuralType.IntOrText _ -> {
        if (!(value instanceof JsonInteger || value instanceof JsonString)) {
          mismatch(value, type, path);
        }
      }
      case StructuralType.Any(boolean object) -> {
        if (object && !(value instanceof JsonObject)) {
          mismatch(value, type, path);
        }
      }
      case StructuralType.EmbeddedResource _ -> {
        if (!(value instanceof JsonObject)) {
          mismatch(value, type, path);
        }
      }
    }
  }

  private boolean isTemplate(JsonValue value) {
    return templates && value instanceof JsonString(String text) && text.contains("{{");
  }

  private void struct(JsonObject object, StructType struct, FieldPath path) {
    object
        .fields()
        .forEach(
            (name, value) -> {
              StructField field = struct.field(name);
              if (field != null) {
                value(value, field.type(), path.field(name));
              } else if (!struct.open()) {
                unknown(struct, name, path.field(name));
              }
            });
    if (whole) {
      struct.fields().stream()
          .filter(StructField::required)
          .filter(field -> isAbsent(object.get(field.name())))
          .forEach(field -> missing(field, path.field(field.name())));
    }
  }

  private static boolean isAbsent(@Nullable JsonValue value) {
    return value == null || value == JsonNull.NULL;
  }

  private void text(JsonValue value, StructuralType.Text type, FieldPath path) {
    if (!(value instanceof JsonString(String text))) {
      mismatch(value, type, path);
      return;
    }
    if (!type.values().isEmpty() && !type.values().contains(text)) {
      String message = "`%s` cannot be %s.".formatted(path.dotted(), Words.quote(text));
      problems.add(
          Problem.of(Kind.FIELD_ENUM, path.pointer(), message)
              .withHelp("Write %s.".formatted(Words.anyOf(type.values())))
              .withFound(text)
              .withWanted(type.values()));
    } else if (!TextFormats.matches(text, type.format())) {
      mismatch(value, type, path);
    }
  }

  private void integer(JsonValue value, StructuralType.WholeNumber type, FieldPath path) {
    if (!(value instanceof JsonInteger(long number))) {
      mismatch(value, type, path);
    } else if (number < type.lowest() || number > type.highest()) {
      String message = "`%s` is %d, but takes a number from %d to %d.";
      problems.add(
          Problem.of(
                  Kind.FIELD_RANGE,
                  path.pointer(),
                  message.formatted(path.dotted(), number, type.lowest(), type.highest()))
              .withFound(Long.toString(number)));
    }
  }

  private void amount(JsonValue value, StructuralType type, FieldPath path) {
    if (value instanceof JsonString(String text) && !Quantity.isValid(text)) {
      String message = "`%s` is %s, which is not a quantity.";
      problems.add(
          Problem.of(
                  Kind.FIELD_QUANTITY,
                  path.pointer(),
                  message.formatted(path.dotted(), Words.quote(text)))
              .withHelp("Write it like `500m`, `2` or `8Gi`.")
              .withFound(text));
    } else if (!(value instanceof JsonString
        || value instanceof JsonInteger
        || value instanceof JsonDecimal)) {
      mismatch(value, type, path);
    }
  }

  private void unknown(StructType struct, String name, FieldPath path) {
    String help =
        Suggestions.nearest(name, struct.fieldNames())
            .map(near -> "Write `" + near + "`.")
            .orElseGet(
                () ->
                    struct.fieldNames().size() <= FEW
                        ? "Use " + Words.anyOf(List.copyOf(struct.fieldNames())) + "."
                        : null);
    problems.add(
        Problem.of(
                Kind.UNKNOWN_FIELD,
                path.pointer(),
                "`%s` has no field %s.".formatted(struct.name(), Words.quote(name)))
            .withHelp(help)
            .withFound(name)
            .withWanted(List.copyOf(struct.fieldNames())));
  }

  private void missing(StructField field, FieldPath path) {
    String message = "The required field `%s` is missing.".formatted(path.dotted());
    problems.add(
        Problem.of(Kind.FIELD_MISSING, path.pointer(), message)
            .withHelp("Add `%s` with %s.".formatted(field.name(), field.type().noun())));
  }

  private void mismatch(JsonValue value, StructuralType type, FieldPath path) {
    String message = "`%s` is %s, but takes %s.";
    problems.add(
        Problem.of(
                Kind.FIELD_TYPE,
                path.pointer(),
                message.formatted(path.dotted(), found(value), type.noun()))
            .withHelp(help(value, type)));
  }

  private static @Nullable String help(JsonValue value, StructuralType type) {
    if (type instanceof StructuralType.Text) {
      return switch (value) {
        case JsonInteger(long number) -> "Put it in quotes: `\"%d\"`.".formatted(number);
        case JsonBoolean(boolean bool) -> "Put it in quotes: `\"%s\"`.".formatted(bool);
        default -> null;
      };
    }
    return null;
  }

  private static String found(JsonValue value) {
    return switch (value) {
      case JsonObject _ -> "a map";
      case JsonArray _ -> "a list";
      case JsonString(String text) -> "the text " + Words.quote(text);
      case JsonInteger(long number) -> "the integer `" + number + "`";
      case JsonDecimal(double number) -> "the number `" + number + "`";
      case JsonBoolean(boolean bool) -> "the boolean `" + bool + "`";
      case JsonNull _ -> "empty";
    };
  }
}
