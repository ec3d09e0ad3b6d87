package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.compiler.SourceMap;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Kubernetes resource that is written in a source or read from a file next to it: whole, or the
 * part that a policy compares.
 *
 * @param kind what it is
 * @param object the object with {@code apiVersion}, {@code kind} and, where the source names it,
 *     {@code metadata.name} and {@code metadata.namespace}. A text that depends on the cluster is
 *     there as it is written, such as {@code pki+${cluster.name}@acme.example}
 * @param templates the texts that depend on the cluster, by JSON pointer: an {@link Expr.Text}, or
 *     an {@link Expr.Attribute} of {@link Expr.Variable#CLUSTER} alone
 * @param spans where the values are written, by JSON pointer; the empty pointer has the whole
 * @param origin where the kind is named, for a file the place that names the file
 */
public record Manifest(
    KindReference kind,
    JsonObject object,
    Map<String, Expr> templates,
    Map<String, SourceSpan> spans,
    Origin origin) {

  public Manifest {
    templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
    spans = Collections.unmodifiableMap(new LinkedHashMap<>(spans));
  }

  /** The name, if the source gives one; as it is written where it depends on the cluster. */
  public Optional<String> name() {
    return object.object("metadata").text("name");
  }

  /** The namespace, if the source gives one; as it is written where it depends on the cluster. */
  public Optional<String> namespace() {
    return object.object("metadata").text("namespace");
  }

  /** Where a value is written, or the nearest part around it that has a place. */
  public SourceSpan span(String pointer) {
    return new SourceMap(spans).find(pointer).orElse(origin.span());
  }

  /**
   * The object with what depends on the cluster put into texts.
   *
   * @param writer gives the text for an expression of {@link #templates}
   */
  public JsonObject render(Function<Expr, String> writer) {
    return templates.isEmpty() ? object : (JsonObject) render(object, "", writer);
  }

  private JsonValue render(JsonValue value, String pointer, Function<Expr, String> writer) {
    Expr template = templates.get(pointer);
    if (template != null) {
      return new JsonString(writer.apply(template));
    }
    if (value instanceof JsonObject(Map<String, JsonValue> fields)) {
      Map<String, JsonValue> rendered = new LinkedHashMap<>();
      fields.forEach(
          (name, field) ->
              rendered.put(name, render(field, pointer + "/" + FieldPath.escape(name), writer)));
      return new JsonObject(rendered);
    }
    if (value instanceof JsonArray(List<JsonValue> items)) {
      List<JsonValue> rendered = new ArrayList<>();
      items.forEach(item -> rendered.add(render(item, pointer + "/" + rendered.size(), writer)));
      return new JsonArray(rendered);
    }
    return value;
  }
}
