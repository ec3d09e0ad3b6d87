package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.RecordDiff;
import io.openclustermanagement.api.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is shown of the difference between an object and what it should be. */
final class ObjectDiff {

  private static final int MAX_LINES = 50;
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final Set<String> SENSITIVE_KINDS =
      Set.of("ConfigMap", "OAuthAccessToken", "OAuthAuthorizeTokens", "Route", "Secret");
  private static final String REDACTED =
      "# The difference is redacted because it contains sensitive data. To override, the"
          + " spec[\"object-templates\"][].recordDiff field must be set to \"InStatus\" for the"
          + " difference to be recorded in the policy status. Consider existing access to the"
          + " ConfigurationPolicy objects and the etcd encryption configuration before you proceed"
          + " with an override.";

  private ObjectDiff() {}

  /** An object without what changes by itself ({@code removeFieldsForComparison}). */
  static JsonObject comparable(JsonObject object) {
    JsonObject metadata = object.object("metadata").without("managedFields").without("generation");
    JsonObject annotations = metadata.object("annotations").without(LAST_APPLIED);
    metadata =
        annotations.isEmpty()
            ? metadata.without("annotations")
            : metadata.with("annotations", annotations);
    return object.get("metadata") == null ? object : object.with("metadata", metadata);
  }

  /**
   * The text for the policy's status.
   *
   * @param recordDiff what the template says; null leaves it to the kind
   * @param sensitive whether a template of it read secrets
   */
  static String of(
      @Nullable RecordDiff recordDiff,
      boolean sensitive,
      JsonObject desired,
      JsonObject before,
      JsonObject after) {
    if (recordDiff == RecordDiff.NONE || recordDiff == RecordDiff.LOG) {
      return "";
    }
    if (isCensored(recordDiff, sensitive, desired)) {
      return REDACTED;
    }
    String name = name(before);
    List<String> lines =
        UnifiedDiff.of(name + " : existing", yaml(before), name + " : updated", yaml(after));
    if (lines.size() <= MAX_LINES) {
      return String.join("\n", lines);
    }
    return "# Truncated: showing %d/%d diff lines:\n".formatted(MAX_LINES, lines.size())
        + String.join("\n", lines.subList(0, MAX_LINES));
  }

  /** Whether neither the difference nor any value of the object may be shown. */
  static boolean isCensored(
      @Nullable RecordDiff recordDiff, boolean sensitive, JsonObject desired) {
    return recordDiff == null
        && (sensitive || SENSITIVE_KINDS.contains(desired.text("kind").orElse("")));
  }

  private static String name(JsonObject object) {
    JsonObject metadata = object.object("metadata");
    String name = metadata.text("name").orElse("");
    return metadata.text("namespace").map(namespace -> namespace + "/" + name).orElse(name);
  }

  /** YAML with all keys in order, as Go's library writes it. */
  private static String yaml(JsonObject object) {
    return YamlWriter.write(sorted(object).toTree());
  }

  private static JsonValue sorted(JsonValue value) {
    return switch (value) {
      case JsonObject(Map<String, JsonValue> fields) -> {
        Map<String, JsonValue> inOrder = new TreeMap<>();
        fields.forEach((name, each) -> inOrder.put(name, sorted(each)));
        yield new JsonObject(inOrder);
      }
      case JsonArray(List<JsonValue> items) ->
          new JsonArray(items.stream().map(ObjectDiff::sorted).toList());
      default -> value;
    };
  }
}
