package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.kubernetes.KindLookup;
import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.LabelMatch;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes Kubernetes objects in the notation of the language. */
final class ResourceImport {
  private static final Pattern KIND = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern API_VERSION =
      Pattern.compile(
          "[a-zA-Z_][a-zA-Z0-9_]*(-[a-zA-Z0-9_]+)*(\\.[a-zA-Z_][a-zA-Z0-9_]*(-[a-zA-Z0-9_]+)*)*"
              + "(/[a-zA-Z_][a-zA-Z0-9_]*)?");

  private ResourceImport() {}

  /**
   * An object, or the part of one that a policy compares; empty if the notation cannot say it.
   *
   * @param labelled labels of the objects that are meant, or null
   */
  static Optional<Resource> resource(JsonObject object, @Nullable LabelMatch labelled) {
    Optional<KindName> kind = kind(object);
    JsonValue metadata = object.get("metadata");
    if (kind.isEmpty() || (metadata != null && !(metadata instanceof JsonObject))) {
      return Optional.empty();
    }
    JsonObject head = object.object("metadata");
    if (!isText(head.get("name")) || !isText(head.get("namespace"))) {
      return Optional.empty();
    }
    JsonObject body = body(object, head);
    return Optional.of(
        new Resource.Inline(
            kind.get(),
            literal(head, "name"),
            labelled,
            literal(head, "namespace"),
            null,
            null,
            body.isEmpty() ? null : JsonTrees.object(body),
            Trees.NOWHERE));
  }

  /** The kind of an object, with its version unless that follows from the kind. */
  static Optional<KindName> kind(JsonObject object) {
    String apiVersion = object.text("apiVersion").orElse("");
    String kind = object.text("kind").orElse("");
    if (!KIND.matcher(kind).matches() || !API_VERSION.matcher(apiVersion).matches()) {
      return Optional.empty();
    }
    boolean builtIn =
        KubernetesSchemas.builtIn().lookup(kind) instanceof KindLookup.Found(var type)
            && type.apiVersion().equals(apiVersion);
    return Optional.of(new KindName(kind, builtIn ? null : apiVersion, Trees.NOWHERE));
  }

  private static JsonObject body(JsonObject object, JsonObject head) {
    JsonObject metadata = head.without("name").without("namespace");
    JsonObject body = object.without("apiVersion").without("kind");
    return metadata.isEmpty() && !head.isEmpty()
        ? body.without("metadata")
        : body.fields().containsKey("metadata") ? body.with("metadata", metadata) : body;
  }

  private static boolean isText(@Nullable JsonValue value) {
    return value == null || value instanceof JsonString;
  }

  private static @Nullable StringLiteral literal(JsonObject object, String field) {
    return object.text(field).<@Nullable StringLiteral>map(Trees::text).orElse(null);
  }

  /** Labels as a match; null for none. */
  static @Nullable LabelMatch equal(Map<String, String> labels) {
    return labels.isEmpty() ? null : new LabelMatch.Equal(Trees.strings(labels), Trees.NOWHERE);
  }
}
