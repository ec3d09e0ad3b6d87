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

/**
 * The difference between an object and what it should be. The text is made when it is asked for:
 * most verdicts are never looked at so closely.
 *
 * @param before the object as it is; an empty one if it must not be shown
 * @param after the object as it should be; an empty one if it must not be shown
 * @param shown how much of the difference may be shown
 */
public record ObjectDiff(JsonObject before, JsonObject after, Shown shown) {

  /** No difference. */
  public static final ObjectDiff NONE =
      new ObjectDiff(JsonObject.EMPTY, JsonObject.EMPTY, Shown.NOTHING);

  /** A difference that holds no value, so that none can leave. */
  private static final ObjectDiff NO_VALUES =
      new ObjectDiff(JsonObject.EMPTY, JsonObject.EMPTY, Shown.REDACTED);

  /** How much of a difference may be shown. */
  public enum Shown {
    /** Nothing. */
    NOTHING,
    /** That there is one, but no value of it. */
    REDACTED,
    /** All of it. */
    EVERYTHING
  }

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
   * The difference as far as it may be shown.
   *
   * @param recordDiff what the template says; null leaves it to the kind
   * @param sensitive whether a template of it read secrets
   */
  public static ObjectDiff of(
      @Nullable RecordDiff recordDiff,
      boolean sensitive,
      JsonObject desired,
      JsonObject before,
      JsonObject after) {
    if (recordDiff == RecordDiff.NONE || recordDiff == RecordDiff.LOG) {
      return NONE;
    }
    return isCensored(recordDiff, sensitive, desired)
        ? NO_VALUES
        : new ObjectDiff(before, after, Shown.EVERYTHING);
  }

  /** The text for the policy's status: a unified difference, empty if there is none to show. */
  public String text() {
    return switch (shown) {
      case NOTHING -> "";
      case REDACTED -> REDACTED;
      case EVERYTHING -> unified();
    };
  }

  private String unified() {
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
