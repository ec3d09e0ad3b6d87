package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields of built-in kinds that cannot be changed once an object exists ({@code
 * pkg/apis/…/validation} of Kubernetes). Other kinds may have such fields as well.
 */
final class ImmutableFields {

  /** Fields below {@code spec} or, with a slash before them, of the object. */
  private static final Map<String, List<String>> FIELDS =
      Map.ofEntries(
          Map.entry("Deployment", List.of("selector")),
          Map.entry("DaemonSet", List.of("selector")),
          Map.entry("ReplicaSet", List.of("selector")),
          Map.entry("Job", List.of("selector", "template", "completionMode")),
          Map.entry("RoleBinding", List.of("/roleRef")),
          Map.entry("ClusterRoleBinding", List.of("/roleRef")),
          Map.entry("Secret", List.of("/type")),
          Map.entry(
              "StorageClass",
              List.of("/provisioner", "/parameters", "/reclaimPolicy", "/volumeBindingMode")),
          Map.entry("CSIDriver", List.of("attachRequired", "fsGroupPolicy")));

  /** Kinds of whose {@code spec} only these fields can be changed. */
  private static final Map<String, Set<String>> MUTABLE =
      Map.of(
          "StatefulSet",
          Set.of(
              "replicas",
              "ordinals",
              "template",
              "updateStrategy",
              "persistentVolumeClaimRetentionPolicy",
              "minReadySeconds",
              "revisionHistoryLimit"),
          "PersistentVolumeClaim",
          Set.of("resources", "volumeAttributesClassName"),
          "Pod",
          Set.of("containers", "initContainers", "activeDeadlineSeconds", "tolerations"));

  private ImmutableFields() {}

  /** Whether the update of an object would be refused. */
  static boolean isChanged(JsonObject before, JsonObject after) {
    String kind = before.text("kind").orElse("");
    return FIELDS.getOrDefault(kind, List.of()).stream()
            .anyMatch(field -> !Objects.equals(value(before, field), value(after, field)))
        || isFrozen(before, after)
        || isOtherFieldChanged(MUTABLE.get(kind), before.object("spec"), after.object("spec"));
  }

  private static boolean isOtherFieldChanged(
      @Nullable Set<String> mutable, JsonObject before, JsonObject after) {
    return mutable != null && !without(before, mutable).equals(without(after, mutable));
  }

  private static JsonObject without(JsonObject spec, Set<String> fields) {
    JsonObject rest = spec;
    for (String field : fields) {
      rest = rest.without(field);
    }
    return rest;
  }

  private static @Nullable JsonValue value(JsonObject object, String field) {
    return field.startsWith("/")
        ? object.get(field.substring(1))
        : object.object("spec").get(field);
  }

  /** A ConfigMap or Secret that says so itself. */
  private static boolean isFrozen(JsonObject before, JsonObject after) {
    return new JsonBoolean(true).equals(before.get("immutable"))
        && !(Objects.equals(before.get("data"), after.get("data"))
            && Objects.equals(before.get("immutable"), after.get("immutable")));
  }
}
