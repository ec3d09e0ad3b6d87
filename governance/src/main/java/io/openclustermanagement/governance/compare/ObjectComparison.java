package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object on a cluster compared with what a policy wants ({@code handleKeys} in {@code
 * controllers/configurationpolicy_controller.go}).
 *
 * @param merged what enforcement would write: the existing object with what is wanted put in;
 *     {@code status} is compared but never written
 * @param differences why the object is not as it should be, those of its status included
 * @param updateNeeded whether something else than the status differs
 * @param statusDiffers whether the status differs
 * @param missingKey whether an API server has to say if its defaults are what is wanted
 * @param error what makes the two incomparable, in upstream's words; otherwise null
 */
public record ObjectComparison(
    JsonObject merged,
    List<Difference> differences,
    boolean updateNeeded,
    boolean statusDiffers,
    boolean missingKey,
    @Nullable String error) {

  private static final Set<String> NEVER_COMPARED = Set.of("apiVersion", "kind");
  private static final Set<String> NEVER_REMOVED =
      Set.of("apiVersion", "kind", "metadata", "status");
  private static final Set<String> KEPT_BY_SERVICE_ACCOUNT = Set.of("secrets", "imagePullSecrets");

  /**
   * Compares the object of the wanted name.
   *
   * @param metadataStrictness how labels and annotations are compared
   */
  public static ObjectComparison compare(
      JsonObject wanted,
      JsonObject existing,
      Strictness strictness,
      Strictness metadataStrictness) {
    Walk walk = new Walk(existing);
    for (String name : wanted.fields().keySet()) {
      if (!NEVER_COMPARED.contains(name)) {
        Strictness own = name.equals("metadata") ? metadataStrictness : strictness;
        walk.add(name, FieldComparison.of(name, wanted, existing, own, Leniency.STRICT));
      }
    }
    if (strictness == Strictness.EXACT && walk.error == null) {
      walk.removeSurplus(wanted);
    }
    return walk.result();
  }

  /**
   * Whether an object is one that an unnamed template is about: all that the template says holds
   * for it, absent values counting as zero values ({@code buildNameList}).
   */
  public static boolean matches(JsonObject wanted, JsonObject existing, Strictness strictness) {
    return wanted.fields().keySet().stream()
        .filter(name -> !NEVER_COMPARED.contains(name))
        .map(
            name -> FieldComparison.of(name, wanted, existing, strictness, Leniency.ZERO_IS_ABSENT))
        .allMatch(field -> field.error() == null && field.differences().isEmpty());
  }

  private static final class Walk {
    private final JsonObject existing;
    private final Map<String, JsonValue> merged;
    private final List<Difference> differences = new ArrayList<>();
    private boolean updateNeeded;
    private boolean statusDiffers;
    private boolean missingKey;
    private @Nullable String error;

    Walk(JsonObject existing) {
      this.existing = existing;
      this.merged = new LinkedHashMap<>(existing.fields());
    }

    void add(String name, FieldComparison field) {
      if (field.error() != null || field.merged() == null) {
        error = error == null ? field.error() : error;
        return;
      }
      missingKey |= field.missingKey();
      differences.addAll(field.differences());
      if (name.equals("status")) {
        statusDiffers |= !field.differences().isEmpty();
        return;
      }
      updateNeeded |= !field.differences().isEmpty();
      merged.put(name, name.equals("metadata") ? metadata(field.merged()) : field.merged());
    }

    /** Of the metadata only labels and annotations are ever written. */
    private JsonObject metadata(JsonValue field) {
      JsonObject written = existing.object("metadata");
      JsonObject wanted = field instanceof JsonObject object ? object : JsonObject.EMPTY;
      for (String name : List.of("labels", "annotations")) {
        JsonValue value = wanted.get(name);
        written = value == null ? written : written.with(name, value);
      }
      return written;
    }

    void removeSurplus(JsonObject wanted) {
      for (String name : existing.fields().keySet()) {
        if (wanted.get(name) == null && !NEVER_REMOVED.contains(name) && !isKept(name)) {
          JsonValue found = merged.remove(name);
          differences.add(new Difference("/" + name, Difference.Rule.SURPLUS, null, found));
          updateNeeded = true;
        }
      }
    }

    /** Kubernetes fills these in by itself. */
    private boolean isKept(String name) {
      return KEPT_BY_SERVICE_ACCOUNT.contains(name)
          && existing.text("kind").filter("ServiceAccount"::equals).isPresent()
          && existing.text("apiVersion").filter("v1"::equals).isPresent();
    }

    ObjectComparison result() {
      return error == null
          ? new ObjectComparison(
              new JsonObject(merged),
              List.copyOf(differences),
              updateNeeded,
              statusDiffers,
              missingKey,
              null)
          : new ObjectComparison(existing, List.of(), true, statusDiffers, missingKey, error);
    }
  }
}
