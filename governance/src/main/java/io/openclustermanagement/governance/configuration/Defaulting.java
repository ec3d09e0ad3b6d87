package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.kubernetes.StructField;
import io.openclustermanagement.api.kubernetes.StructType;
import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the defaults of a schema, as {@code apiextensions-apiserver/pkg/apiserver/schema/
 * defaulting} does, drops nulls where a field takes none, and brings quantities into one form, so
 * that equal ones are equal texts.
 */
final class Defaulting {

  private Defaulting() {}

  static JsonValue fill(JsonValue value, StructuralType type) {
    return switch (type) {
      case StructType struct when value instanceof JsonObject object -> struct(object, struct);
      case StructuralType.MapOf(StructuralType values) when value instanceof JsonObject object ->
          object.map(each -> fill(each, values));
      case StructuralType.ListOf list when value instanceof JsonArray(List<JsonValue> items) ->
          new JsonArray(items.stream().map(each -> fill(each, list.element())).toList());
      case StructuralType.Amount _ -> amount(value);
      case StructType _,
          StructuralType.MapOf _,
          StructuralType.ListOf _,
          StructuralType.Text _,
          StructuralType.WholeNumber _,
          StructuralType.DecimalNumber _,
          StructuralType.Bool _,
          StructuralType.IntOrText _,
          StructuralType.Any _,
          StructuralType.EmbeddedResource _ ->
          value;
    };
  }

  private static JsonValue struct(JsonObject object, StructType struct) {
    Map<String, JsonValue> filled = new LinkedHashMap<>();
    object
        .fields()
        .forEach(
            (name, value) -> {
              StructField field = struct.field(name);
              if (!(value instanceof JsonNull) || (field != null && field.nullable())) {
                filled.put(name, field == null ? value : fill(value, field.type()));
              }
            });
    for (StructField field : struct.fields()) {
      JsonValue byDefault = byDefault(field);
      if (byDefault != null && filled.get(field.name()) == null) {
        filled.put(field.name(), fill(byDefault, field.type()));
      }
    }
    return new JsonObject(filled);
  }

  /** A field that is filled in with no value that says anything gets the zero value. */
  private static @Nullable JsonValue byDefault(StructField field) {
    if (field.defaultValue() != null || !field.filled() || field.required()) {
      return field.defaultValue();
    }
    return switch (field.type()) {
      case StructuralType.Text _ -> new JsonString("");
      case StructuralType.WholeNumber _ -> new JsonInteger(0);
      case StructuralType.DecimalNumber _ -> new JsonInteger(0);
      case StructuralType.Bool _ -> new JsonBoolean(false);
      case StructType _, StructuralType.MapOf _ -> JsonObject.EMPTY;
      case StructuralType.Amount _,
          StructuralType.IntOrText _,
          StructuralType.ListOf _,
          StructuralType.Any _,
          StructuralType.EmbeddedResource _ ->
          null;
    };
  }

  private static JsonValue amount(JsonValue value) {
    BigDecimal amount =
        switch (value) {
          case JsonString(String text) when Quantity.isValid(text) -> new Quantity(text).value();
          case JsonInteger(long number) -> BigDecimal.valueOf(number);
          case JsonDecimal(double number) -> BigDecimal.valueOf(number);
          case JsonString _, JsonBoolean _, JsonNull _, JsonObject _, JsonArray _ -> null;
        };
    return amount == null ? value : new JsonString(amount.stripTrailingZeros().toPlainString());
  }
}
