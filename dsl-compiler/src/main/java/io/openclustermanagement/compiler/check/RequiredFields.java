package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.StructField;
import io.openclustermanagement.api.kubernetes.StructType;
import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.compiler.SourceMap;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Map;

/** Reports the fields without which an API server would refuse an object. */
final class RequiredFields {

  private final Findings findings;
  private final SourceMap places;

  /**
   * @param spans where values are written, by JSON pointer
   */
  RequiredFields(Findings findings, Map<String, SourceSpan> spans) {
    this.findings = findings;
    this.places = new SourceMap(spans);
  }

  void check(JsonObject object, StructuralType type) {
    check(object, type, "");
  }

  private void check(JsonValue value, StructuralType type, String pointer) {
    switch (type) {
      case StructType struct when value instanceof JsonObject object ->
          struct(object, struct, pointer);
      case StructuralType.MapOf(StructuralType values)
          when value instanceof JsonObject(Map<String, JsonValue> fields) ->
          fields.forEach(
              (name, each) -> check(each, values, pointer + "/" + FieldPath.escape(name)));
      case StructuralType.ListOf list when value instanceof JsonArray(List<JsonValue> items) -> {
        for (int i = 0; i < items.size(); i++) {
          check(items.get(i), list.element(), pointer + "/" + i);
        }
      }
      default -> {}
    }
  }

  private void struct(JsonObject object, StructType struct, String pointer) {
    List<String> missing =
        struct.fields().stream()
            .filter(StructField::required)
            .filter(field -> isAbsent(object, field.name()))
            .map(StructField::name)
            .toList();
    if (!missing.isEmpty()) {
      report(struct, missing, pointer);
    }
    object
        .fields()
        .forEach(
            (name, value) -> {
              StructField field = struct.field(name);
              if (field != null) {
                check(value, field.type(), pointer + "/" + FieldPath.escape(name));
              }
            });
  }

  private static boolean isAbsent(JsonObject object, String field) {
    JsonValue value = object.get(field);
    return value == null || value == JsonNull.NULL;
  }

  private void report(StructType struct, List<String> missing, String pointer) {
    SourceSpan place = places.find(pointer).orElseThrow();
    String names = String.join("`, `", missing);
    findings.add(
        Diagnostic.error(
                Code.REQUIRED_FIELD,
                firstLine(place),
                "`%s` needs `%s`.".formatted(struct.name(), names))
            .label(missing.size() == 1 ? "it is missing here" : "they are missing here"));
  }

  private static SourceSpan firstLine(SourceSpan span) {
    int end = span.text().indexOf('\n');
    return end < 0 ? span : span.file().span(span.start(), span.start() + end);
  }
}
