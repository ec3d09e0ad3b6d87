package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.governance.gotemplate.GoType;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code .} is in a template, such as {@code .ManagedClusterName} or {@code .ObjectName}.
 *
 * @param data the fields
 */
public record TemplateContext(GoValue.Struct data) {
  /** Nothing is known. */
  public static final TemplateContext EMPTY = new TemplateContext(GoValue.Struct.EMPTY);

  private static final GoType HUB = new GoType("propagator.templateCtx", GoType.Kind.STRUCT, null);

  /**
   * The context of hub templates.
   *
   * @param cluster {@code .ManagedClusterName}
   * @param clusterLabels {@code .ManagedClusterLabels}
   * @param policy the metadata of the root policy, of which name, namespace, labels and annotations
   *     are seen as {@code .PolicyMetadata}
   */
  public static TemplateContext ofHub(
      String cluster, Map<String, String> clusterLabels, JsonObject policy) {
    Map<String, GoValue> fields = new LinkedHashMap<>();
    fields.put("ManagedClusterName", new GoValue.Text(cluster));
    fields.put("ManagedClusterLabels", texts(clusterLabels));
    fields.put("PolicyMetadata", metadata(policy));
    return new TemplateContext(new GoValue.Struct(HUB, fields));
  }

  /**
   * The context of managed templates in an {@code objectDefinition}.
   *
   * @param object the object that was selected, {@code null} if it is not known or does not exist
   * @param namespace empty if it is not known
   * @param name empty if it is not known
   */
  public static TemplateContext ofObject(
      @Nullable JsonObject object, String namespace, String name) {
    Map<String, GoValue> fields = new LinkedHashMap<>();
    if (!name.isEmpty()) {
      fields.put("Object", object == null ? GoValue.Mapping.nil(GoType.MAP) : ofObject(object));
    }
    if (!namespace.isEmpty()) {
      fields.put("ObjectNamespace", new GoValue.Text(namespace));
    }
    if (!name.isEmpty()) {
      fields.put("ObjectName", new GoValue.Text(name));
    }
    return new TemplateContext(GoValue.Struct.of(fields));
  }

  /** Upstream removes the managed fields, whose keys templates cannot name. */
  private static GoValue ofObject(JsonObject object) {
    return JsonValues.of(
        object.get("metadata") instanceof JsonObject metadata
            ? object.with("metadata", metadata.without("managedFields"))
            : object);
  }

  private static GoValue metadata(JsonObject policy) {
    Map<String, GoValue> fields = new LinkedHashMap<>();
    fields.put("annotations", texts(labels(policy.object("annotations"))));
    fields.put("labels", texts(labels(policy.object("labels"))));
    fields.put("name", new GoValue.Text(policy.text("name").orElse("")));
    fields.put("namespace", new GoValue.Text(policy.text("namespace").orElse("")));
    return GoValue.Mapping.of(fields);
  }

  private static Map<String, String> labels(JsonObject labels) {
    Map<String, String> texts = new LinkedHashMap<>();
    labels
        .fields()
        .forEach(
            (key, value) -> {
              if (value instanceof JsonString(String text)) {
                texts.put(key, text);
              }
            });
    return texts;
  }

  private static GoValue texts(Map<String, String> texts) {
    Map<String, GoValue> values = new LinkedHashMap<>();
    texts.forEach((key, text) -> values.put(key, new GoValue.Text(text)));
    return GoValue.Mapping.of(GoType.STRING_MAP, values);
  }
}
