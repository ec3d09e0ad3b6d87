package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The part of an object's metadata that policies are about: labels and annotations. */
final class Metadata {

  private static final String LABELS = "labels";
  private static final String ANNOTATIONS = "annotations";
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /**
   * OpenShift gives each namespace its own; a policy that does not name them must not take them.
   */
  private static final String SCC_PREFIX = "openshift.io/sa.scc.";

  private Metadata() {}

  /** Labels and annotations, as far as the metadata has them, without what tools write. */
  static JsonObject ofPolicy(JsonObject metadata) {
    return select(metadata, metadata, LAST_APPLIED::equals);
  }

  /** What of a metadata is compared, given the merged one that says which maps matter. */
  static JsonObject compared(JsonObject metadata, JsonObject merged, JsonObject wholeObject) {
    return select(metadata, merged, name -> name.equals(LAST_APPLIED) || isKept(name, wholeObject));
  }

  private static boolean isKept(String annotation, JsonObject object) {
    boolean isNamespace =
        object.text("kind").filter("Namespace"::equals).isPresent()
            && object.text("apiVersion").filter("v1"::equals).isPresent();
    return isNamespace && annotation.startsWith(SCC_PREFIX);
  }

  private static JsonObject select(
      JsonObject metadata, JsonObject like, Predicate<String> ignoredAnnotation) {
    Map<String, JsonValue> selected = new LinkedHashMap<>();
    put(selected, LABELS, metadata, like);
    put(selected, ANNOTATIONS, metadata, like);
    selected.computeIfPresent(ANNOTATIONS, (_, value) -> without(value, ignoredAnnotation));
    return new JsonObject(selected);
  }

  private static void put(
      Map<String, JsonValue> selected, String name, JsonObject metadata, JsonObject like) {
    JsonValue value = metadata.get(name);
    if (value != null && like.get(name) != null) {
      selected.put(name, value);
    }
  }

  private static JsonValue without(JsonValue annotations, Predicate<String> ignored) {
    if (!(annotations instanceof JsonObject object)) {
      return annotations;
    }
    Map<String, JsonValue> kept = new LinkedHashMap<>(object.fields());
    kept.keySet().removeIf(ignored);
    return new JsonObject(kept);
  }
}
