package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The {@code patches} of manifests ({@code internal/patches.go}): Kustomize's strategic merge. Maps
 * are merged and null removes. A list of a built-in kind would be merged by a key of its schema, so
 * that it is refused here; of other kinds the patch's list is taken.
 */
final class ManifestPatches {
  private static final List<String> IDENTITY = List.of("apiVersion", "kind");

  private ManifestPatches() {}

  /**
   * The manifests with all patches.
   *
   * @param pointer where the patches stand
   * @param alone whether the manifests are those of one file, whose single object a patch may
   *     rename
   */
  static List<JsonObject> apply(
      List<JsonObject> manifests, List<JsonObject> patches, String pointer, boolean alone)
      throws Refusal {
    if (patches.isEmpty()) {
      return manifests;
    }
    List<JsonObject> result = new ArrayList<>(manifests);
    if (alone && manifests.size() == 1 && patches.size() == 1) {
      result.set(0, renamed(manifests.getFirst(), patches.getFirst().object("metadata")));
    }
    for (JsonObject manifest : result) {
      requireIdentity(manifest, pointer, "a manifest without %s cannot be patched");
    }
    for (int i = 0; i < patches.size(); i++) {
      String place = pointer + "/" + i;
      JsonObject patch = patches.get(i);
      int target = result.size() == 1 ? single(result.getFirst(), patch, place) : 0;
      if (result.size() > 1) {
        requireIdentity(patch, place, "it needs %s, because it could mean several manifests");
        target = target(result, patch, place);
      }
      result.set(target, merged(result.get(target), patch, place));
    }
    return result;
  }

  private static JsonObject renamed(JsonObject manifest, JsonObject wanted) {
    if (!(manifest.get("metadata") instanceof JsonObject metadata)) {
      return manifest;
    }
    JsonObject changed = metadata;
    for (String field : List.of("name", "namespace")) {
      String text = wanted.text(field).orElse("");
      changed = text.isEmpty() ? changed : changed.with(field, new JsonString(text));
    }
    return manifest.with("metadata", changed);
  }

  private static void requireIdentity(JsonObject object, String pointer, String why)
      throws Refusal {
    for (String field : IDENTITY) {
      if (object.text(field).orElse("").isEmpty()) {
        throw new Refusal(pointer, why.formatted("`%s`".formatted(field)));
      }
    }
    if (object.object("metadata").text("name").orElse("").isEmpty()) {
      throw new Refusal(pointer, why.formatted("`metadata.name`"));
    }
  }

  /** A patch of the only manifest need not name it, but may not name another. */
  private static int single(JsonObject manifest, JsonObject patch, String pointer) throws Refusal {
    boolean same =
        says(patch, manifest, "apiVersion")
            && says(patch, manifest, "kind")
            && says(patch.object("metadata"), manifest.object("metadata"), "name")
            && says(patch.object("metadata"), manifest.object("metadata"), "namespace");
    if (!same) {
      throw new Refusal(pointer, "it names another object than the manifest");
    }
    return 0;
  }

  private static boolean says(JsonObject patch, JsonObject manifest, String field) {
    String wanted = patch.text(field).orElse("");
    return wanted.isEmpty() || wanted.equals(manifest.text(field).orElse(""));
  }

  private static int target(List<JsonObject> manifests, JsonObject patch, String pointer)
      throws Refusal {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < manifests.size(); i++) {
      if (identity(manifests.get(i)).equals(identity(patch))) {
        found.add(i);
      }
    }
    if (found.size() != 1) {
      throw new Refusal(pointer, "it means %d manifests, not one".formatted(found.size()));
    }
    return found.getFirst();
  }

  private static List<String> identity(JsonObject object) {
    JsonObject metadata = object.object("metadata");
    return List.of(
        object.text("apiVersion").orElse(""),
        object.text("kind").orElse(""),
        metadata.text("name").orElse(""),
        metadata.text("namespace").orElse(""));
  }

  private static JsonObject merged(JsonObject manifest, JsonObject patch, String pointer)
      throws Refusal {
    boolean builtIn =
        KubernetesSchemas.builtIn()
            .find(manifest.text("apiVersion").orElseThrow(), manifest.text("kind").orElseThrow())
            .isPresent();
    return merged(manifest, patch, builtIn, pointer);
  }

  private static JsonObject merged(
      JsonObject manifest, JsonObject patch, boolean builtIn, String pointer) throws Refusal {
    JsonObject result = manifest;
    for (Map.Entry<String, JsonValue> each : patch.fields().entrySet()) {
      String field = each.getKey();
      if (field.startsWith("$")) {
        throw new Refusal(pointer, "a directive such as `%s` is for Kustomize".formatted(field));
      }
      JsonValue old = Objects.requireNonNullElse(manifest.get(field), JsonNull.NULL);
      result =
          each.getValue() instanceof JsonNull
              ? result.without(field)
              : result.with(field, value(old, each.getValue(), builtIn, pointer));
    }
    return result;
  }

  private static JsonValue value(JsonValue old, JsonValue patch, boolean builtIn, String pointer)
      throws Refusal {
    if (patch instanceof JsonObject object) {
      return merged(
          old instanceof JsonObject known ? known : JsonObject.EMPTY, object, builtIn, pointer);
    }
    if (builtIn && patch instanceof JsonArray && old instanceof JsonArray) {
      throw new Refusal(pointer, "how Kustomize merges this list depends on its schema");
    }
    return patch;
  }
}
