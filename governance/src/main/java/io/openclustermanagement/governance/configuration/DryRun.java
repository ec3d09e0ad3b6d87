package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.kubernetes.ObjectValidation;
import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.schema.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an API server would make of an object that is sent to it, as far as its schema tells: the
 * last word on an object that differs. Without schemas an object stays as it is.
 *
 * <p>A server does more than its schema says: the built-in kinds have defaults in code, and
 * webhooks may change anything.
 */
public final class DryRun {
  /** Knows no kind. */
  public static final DryRun NONE = new DryRun(Optional.empty());

  private final Optional<KubernetesSchemas> schemas;

  private DryRun(Optional<KubernetesSchemas> schemas) {
    this.schemas = schemas;
  }

  /**
   * A server that has these kinds.
   *
   * @param schemas built-in kinds and those of CustomResourceDefinitions
   */
  public static DryRun of(KubernetesSchemas schemas) {
    return new DryRun(Optional.of(schemas));
  }

  /**
   * Whether every default of an object's kind is known, as those of a CustomResourceDefinition are.
   */
  boolean knowsAllDefaults(JsonObject object) {
    return type(object).filter(type -> !isBuiltIn(type)).isPresent();
  }

  private static boolean isBuiltIn(ResourceType type) {
    return KubernetesSchemas.builtIn()
        .find(type.apiVersion(), type.kind())
        .filter(type::equals)
        .isPresent();
  }

  private Optional<ResourceType> type(JsonObject object) {
    return schemas.flatMap(
        known -> known.find(object.text("apiVersion").orElse(""), object.text("kind").orElse("")));
  }

  /** The object with what the server fills in, in the forms in which it keeps values. */
  JsonObject stored(JsonObject object) {
    if (schemas.isEmpty()) {
      return object;
    }
    JsonObject plain = isSecret(object) ? withoutTexts(object) : object;
    return type(plain)
        .map(type -> (JsonObject) Defaulting.fill(plain, type.root()))
        .orElseGet(() -> withoutNulls(plain));
  }

  private static JsonObject withoutNulls(JsonObject object) {
    Map<String, JsonValue> kept = new LinkedHashMap<>(object.fields());
    kept.values().removeIf(JsonNull.class::isInstance);
    return new JsonObject(kept);
  }

  private static boolean isSecret(JsonObject object) {
    return object.text("kind").filter("Secret"::equals).isPresent()
        && object.get("stringData") != null;
  }

  /** The server encodes {@code stringData} and keeps it as {@code data}. */
  private static JsonObject withoutTexts(JsonObject secret) {
    Map<String, JsonValue> data = new LinkedHashMap<>(secret.object("data").fields());
    secret
        .object("stringData")
        .fields()
        .forEach(
            (key, value) -> {
              if (value instanceof JsonString(String text)) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                data.put(key, new JsonString(Base64.getEncoder().encodeToString(bytes)));
              }
            });
    return secret.without("stringData").with("data", new JsonObject(data));
  }

  /**
   * Why the server would refuse the object: fields that its kind does not have, in the words of the
   * server's strict decoder.
   */
  Optional<String> refusal(JsonObject object) {
    Optional<ResourceType> type = type(object);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    List<String> unknown =
        ObjectValidation.check(object, type.get(), false, false).stream()
            .filter(problem -> problem.kind() == Problem.Kind.UNKNOWN_FIELD)
            .map(problem -> "unknown field \"%s\"".formatted(dotted(problem.path())))
            .toList();
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s in version \"%s\" cannot be handled as a %s: strict decoding error: %s"
                .formatted(
                    type.get().kind(),
                    type.get().version(),
                    type.get().kind(),
                    unknown.stream().collect(Collectors.joining(", "))));
  }

  /** Whether the server refuses an update because it changes what cannot be changed. */
  boolean isImmutable(JsonObject before, JsonObject after) {
    return type(before).isPresent() && ImmutableFields.isChanged(before, after);
  }

  private static String dotted(String pointer) {
    return pointer
        .substring(1)
        .replaceAll("/(\\d+)", "[$1]")
        .replace("/", ".")
        .replace("~1", "/")
        .replace("~0", "~");
  }
}
