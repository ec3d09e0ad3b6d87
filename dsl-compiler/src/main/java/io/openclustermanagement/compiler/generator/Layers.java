package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options that fall back to others: those of a manifest to those of its policy, and these to {@code
 * policyDefaults} ({@code applyDefaults} of the plugin).
 *
 * @param objects the nearest first
 */
record Layers(List<JsonObject> objects) {
  private static final List<String> NAMESPACE_FIELDS =
      List.of("exclude", "include", "matchLabels", "matchExpressions");
  private static final List<String> SELECTOR_FIELDS = List.of("matchLabels", "matchExpressions");

  Layers {
    objects = List.copyOf(objects);
  }

  static Layers of(JsonObject... objects) {
    return new Layers(List.of(objects));
  }

  /** These options below nearer ones. */
  Layers under(JsonObject nearer) {
    List<JsonObject> all = new ArrayList<>();
    all.add(nearer);
    all.addAll(objects);
    return new Layers(all);
  }

  /** The nearest options alone. */
  JsonObject own() {
    return objects.getFirst();
  }

  /** A text that is not empty, or the one given. */
  String text(String name, String otherwise) {
    return objects.stream()
        .flatMap(each -> each.text(name).stream())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(otherwise);
  }

  boolean flag(String name, boolean otherwise) {
    return value(name).orElse(JsonNull.NULL) instanceof JsonBoolean(boolean flag)
        ? flag
        : otherwise;
  }

  /** The nearest value that is not null. */
  Optional<JsonValue> value(String name) {
    return objects.stream()
        .map(each -> Optional.ofNullable(each.get(name)))
        .flatMap(Optional::stream)
        .filter(value -> !(value instanceof JsonNull))
        .findFirst();
  }

  /** The texts of a list, or the ones given. */
  List<String> texts(String name, List<String> otherwise) {
    return value(name).map(Layers::texts).orElse(otherwise);
  }

  static List<String> texts(JsonValue list) {
    return list instanceof JsonArray(List<JsonValue> items)
        ? items.stream()
            .filter(JsonString.class::isInstance)
            .map(item -> ((JsonString) item).value())
            .toList()
        : List.of();
  }

  static List<JsonObject> objects(JsonValue list) {
    return list instanceof JsonArray(List<JsonValue> items)
        ? items.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }

  /** How often a template is evaluated in one state: an empty text ends the search. */
  private String interval(String state) {
    return objects.stream()
        .flatMap(each -> each.object("evaluationInterval").text(state).stream())
        .findFirst()
        .orElse("");
  }

  /** The {@code evaluationInterval}; without fields if nothing is said. */
  JsonObject evaluationInterval() {
    JsonObject interval = JsonObject.EMPTY;
    for (String state : List.of("compliant", "noncompliant")) {
      String text = interval(state);
      interval = text.isEmpty() ? interval : interval.with(state, new JsonString(text));
    }
    return interval;
  }

  /** The nearest {@code namespaceSelector} that says something, without empty lists. */
  Optional<JsonObject> namespaceSelector() {
    return selector("namespaceSelector", NAMESPACE_FIELDS)
        .map(
            found -> {
              JsonObject selector = found;
              for (String list : List.of("exclude", "include")) {
                boolean empty = JsonArray.EMPTY.equals(found.get(list));
                selector = empty ? selector.without(list) : selector;
              }
              return selector;
            });
  }

  /** The nearest {@code objectSelector} that says something. */
  Optional<JsonObject> objectSelector() {
    return selector("objectSelector", SELECTOR_FIELDS);
  }

  private Optional<JsonObject> selector(String name, List<String> fields) {
    return objects.stream()
        .map(each -> withoutNulls(each.object(name)))
        .filter(each -> fields.stream().anyMatch(each.fields()::containsKey))
        .findFirst();
  }

  private static JsonObject withoutNulls(JsonObject object) {
    JsonObject result = object;
    for (Map.Entry<String, JsonValue> each : object.fields().entrySet()) {
      result = each.getValue() instanceof JsonNull ? result.without(each.getKey()) : result;
    }
    return result;
  }
}
