package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.CustomMessage;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.ResourceKind;
import io.openclustermanagement.governance.template.MessageTemplate;
import io.openclustermanagement.governance.template.TemplateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages that a policy writes in its own words ({@code customMessage}). */
final class CustomMessages {
  private final ConfigurationPolicy policy;
  private final Inventory inventory;
  private final List<ObjectResult> related;

  CustomMessages(ConfigurationPolicy policy, Inventory inventory, List<ObjectResult> related) {
    this.policy = policy;
    this.inventory = inventory;
    this.related = related;
  }

  /**
   * What is said instead of a message, without the state, which always stands before it.
   *
   * @param message the usual one, which is kept if there is no other or the other one fails
   */
  String text(boolean compliant, String message) {
    CustomMessage custom = policy.spec().customMessage();
    String template =
        custom == null ? null : compliant ? custom.compliant() : custom.noncompliant();
    return template == null ? message : text(template, compliant, message);
  }

  private String text(String template, boolean compliant, String message) {
    try {
      return MessageTemplate.resolve(template, message, withStatus(compliant));
    } catch (TemplateException e) {
      return "%s; (failure processing the custom message: %s)".formatted(message, e.upstream());
    }
  }

  private JsonObject withStatus(boolean compliant) {
    Map<String, Object> status =
        Map.of(
            "compliant",
            compliant ? "Compliant" : "NonCompliant",
            "relatedObjects",
            related.stream().map(this::related).toList());
    return JsonObject.of(ManifestWriter.tree(policy)).with("status", JsonObject.of(status));
  }

  /** Upstream gives the whole object where it watches it. */
  private Map<String, Object> related(ObjectResult object) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("compliant", object.compliant() ? "Compliant" : "NonCompliant");
    tree.put("reason", object.reason());
    JsonObject existing = existing(object);
    tree.put("object", existing == null ? identity(object) : existing);
    return tree;
  }

  private @Nullable JsonObject existing(ObjectResult object) {
    Optional<ResourceKind> kind = inventory.resource(object.apiVersion(), object.kind());
    return kind.flatMap(each -> inventory.find(each, object.namespace(), object.name()))
        .orElse(null);
  }

  private static JsonObject identity(ObjectResult object) {
    Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", object.name()));
    if (!object.namespace().isEmpty()) {
      metadata.put("namespace", object.namespace());
    }
    return JsonObject.of(
        Map.of("apiVersion", object.apiVersion(), "kind", object.kind(), "metadata", metadata));
  }
}
