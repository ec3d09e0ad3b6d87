package io.openclustermanagement.api.meta;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of a kind that has no record, kept as it is. Nothing of it is checked but that it has
 * an {@code apiVersion} and a {@code kind}.
 *
 * @param content the whole object
 */
public record GenericObject(JsonObject content) implements KubernetesObject {
  private static final String API_VERSION = "apiVersion";
  private static final String KIND = "kind";

  /**
   * @throws IllegalArgumentException if {@code apiVersion} or {@code kind} is missing or no text
   */
  public GenericObject {
    if (!isObject(content)) {
      throw new IllegalArgumentException("an object has apiVersion and kind");
    }
  }

  /** The object of a content that names its group, version and kind; empty for other content. */
  public static Optional<GenericObject> of(JsonObject content) {
    return isObject(content) ? Optional.of(new GenericObject(content)) : Optional.empty();
  }

  private static boolean isObject(JsonObject content) {
    return content.text(API_VERSION).isPresent() && content.text(KIND).isPresent();
  }

  @Override
  public String apiVersion() {
    return content.text(API_VERSION).orElseThrow();
  }

  @Override
  public String kind() {
    return content.text(KIND).orElseThrow();
  }

  /** The name, if the object has one; a template of a policy need not have. */
  public Optional<String> name() {
    return content.object("metadata").text("name");
  }

  /** The namespace, if the object names one. */
  public Optional<String> namespace() {
    return content.object("metadata").text("namespace");
  }

  /**
   * What the metadata says that selects and names: name, namespace, UID, labels, annotations and
   * finalizers. The name is empty where the object has none, and values that are not texts are left
   * out; {@link #content()} has everything.
   */
  @Override
  public ObjectMeta metadata() {
    JsonObject metadata = content.object("metadata");
    return new ObjectMeta(
        metadata.text("name").orElse(""),
        metadata.text("generateName").orElse(null),
        metadata.text("namespace").orElse(null),
        null,
        metadata.text("uid").orElse(null),
        metadata.text("resourceVersion").orElse(null),
        generation(metadata),
        null,
        null,
        null,
        texts(metadata.object("labels")),
        texts(metadata.object("annotations")),
        List.of(),
        items(metadata.get("finalizers")),
        List.of());
  }

  private static @Nullable Long generation(JsonObject metadata) {
    return metadata.get("generation") instanceof JsonInteger(long value) ? value : null;
  }

  private static Map<String, String> texts(JsonObject object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .fields()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonString(String text)) {
                texts.put(name, text);
              }
            });
    return texts;
  }

  private static List<String> items(@Nullable JsonValue list) {
    return list instanceof JsonArray(List<JsonValue> items)
        ? items.stream()
            .filter(JsonString.class::isInstance)
            .map(item -> ((JsonString) item).value())
            .toList()
        : List.of();
  }
}
