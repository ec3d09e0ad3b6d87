package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.kubernetes.ResourceType;
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
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number or truth value in quotes, which never equals what a cluster has. */
final class QuotedNumberRule implements LintRule {

  @Override
  public Code code() {
    return Code.QUOTED_NUMBER;
  }

  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final Pattern TRUTH = Pattern.compile("true|false");

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (ConfigurationTemplate template : input.templates()) {
      JsonObject definition = template.definition();
      if (hasCandidate(definition)) {
        KubernetesSchemas.builtIn()
            .find(definition.text("apiVersion").orElse(""), definition.text("kind").orElse(""))
            .map(ResourceType::root)
            .ifPresent(type -> check(template, "/objectDefinition", definition, type, report));
      }
    }
  }

  /** Whether it is worth to load the schema. */
  private static boolean hasCandidate(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> isCandidate(text);
      case JsonObject(Map<String, JsonValue> fields) ->
          fields.values().stream().anyMatch(QuotedNumberRule::hasCandidate);
      case JsonArray(List<JsonValue> items) ->
          items.stream().anyMatch(QuotedNumberRule::hasCandidate);
      case JsonInteger _, JsonDecimal _, JsonBoolean _, JsonNull _ -> false;
    };
  }

  private static boolean isCandidate(String text) {
    return NUMBER.matcher(text).matches() || TRUTH.matcher(text).matches();
  }

  private void check(
      ConfigurationTemplate template,
      String pointer,
      JsonValue value,
      StructuralType type,
      Consumer<Diagnostic.Builder> report) {
    switch (value) {
      case JsonObject(Map<String, JsonValue> fields) ->
          fields.forEach(
              (key, field) -> {
                StructuralType inner = field(type, key);
                if (inner != null) {
                  String at = pointer + "/" + FieldPath.escape(key);
                  check(template, at, field, inner, report);
                }
              });
      case JsonArray(List<JsonValue> items) -> {
        if (type instanceof StructuralType.ListOf list) {
          for (int i = 0; i < items.size(); i++) {
            check(template, pointer + "/" + i, items.get(i), list.element(), report);
          }
        }
      }
      case JsonString(String text) -> {
        if (isQuoted(text, type)) {
          report.accept(
              finding(
                      template.at(pointer),
                      "The text \"%s\" never equals what a cluster has here.".formatted(text))
                  .label("the field is " + type.noun())
                  .help("write `%s` without quotes.".formatted(text)));
        }
      }
      case JsonInteger _, JsonDecimal _, JsonBoolean _, JsonNull _ -> {}
    }
  }

  private static boolean isQuoted(String text, StructuralType type) {
    return (type instanceof StructuralType.WholeNumber && NUMBER.matcher(text).matches())
        || (type instanceof StructuralType.Bool && TRUTH.matcher(text).matches());
  }

  private static @Nullable StructuralType field(StructuralType type, String key) {
    if (type instanceof StructType struct) {
      StructField field = struct.field(key);
      return field == null ? null : field.type();
    }
    return type instanceof StructuralType.MapOf map ? map.values() : null;
  }
}
