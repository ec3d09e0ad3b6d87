package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Enforced lists whose items have no name, so that a changed item is added to the old one. */
final class UnnamedItemsRule implements LintRule {

  @Override
  public Code code() {
    return Code.UNNAMED_ITEMS;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (ConfigurationTemplate template : input.templates()) {
      if (template.isEnforced()
          && template.complianceType().equals("musthave")
          && template.name().isPresent()) {
        template
            .definition()
            .fields()
            .forEach(
                (key, value) ->
                    check(template, "/objectDefinition/" + FieldPath.escape(key), value, report));
      }
    }
  }

  private void check(
      ConfigurationTemplate template,
      String pointer,
      JsonValue value,
      Consumer<Diagnostic.Builder> report) {
    if (value instanceof JsonObject(Map<String, JsonValue> fields)) {
      fields.forEach(
          (key, field) -> check(template, pointer + "/" + FieldPath.escape(key), field, report));
    } else if (value instanceof JsonArray(List<JsonValue> items)) {
      if (items.stream().anyMatch(UnnamedItemsRule::isUnnamed)) {
        report.accept(
            finding(template.at(pointer), "An item that is changed here is added to the old one.")
                .note("`musthave` finds items by `name` only, and these have none")
                .help("compare the whole list with `mustonlyhave`, in a source `exactly`."));
      }
    }
  }

  private static boolean isUnnamed(JsonValue item) {
    return item instanceof JsonObject object && object.get("name") == null;
  }

  @Override
  public Diagnostic.Builder finding(SourceSpan span, String summary) {
    return Diagnostic.info(code(), span, summary);
  }
}
