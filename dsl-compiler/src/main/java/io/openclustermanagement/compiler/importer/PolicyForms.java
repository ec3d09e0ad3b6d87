package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.schema.Defaults;
import io.openclustermanagement.api.yaml.ManifestWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The normal forms of the parts of policies, sets and bindings: defaults are filled in, words that
 * may begin with a capital do not, annotations with several parts have one space behind each comma.
 */
final class PolicyForms {
  private static final List<String> LISTS =
      List.of(PolicyImport.STANDARDS, PolicyImport.CATEGORIES, PolicyImport.CONTROLS);

  private PolicyForms() {}

  static Map<String, String> annotations(Map<String, String> annotations) {
    Map<String, String> normal = new TreeMap<>(MetadataImport.meaningful(annotations));
    for (String key : LISTS) {
      normal.computeIfPresent(key, (_, text) -> String.join(", ", PolicyImport.parts(text)));
    }
    return normal;
  }

  static @Nullable RemediationAction remediation(@Nullable RemediationAction action) {
    return action == null ? null : action.canonical();
  }

  static List<Object> dependencies(List<PolicyDependency> dependencies) {
    List<Object> normal = new ArrayList<>();
    for (PolicyDependency each : dependencies) {
      normal.add(
          List.of(
              each.apiVersion(),
              each.kind(),
              each.name(),
              Objects.requireNonNullElse(each.namespace(), ""),
              each.compliance()));
    }
    return normal;
  }

  static JsonObject set(PolicySet set) {
    return JsonObject.of(ManifestWriter.tree(Defaults.apply(set))).object("spec");
  }

  static JsonObject binding(PlacementBinding binding) {
    JsonObject object = JsonObject.of(ManifestWriter.tree(Defaults.apply(binding)));
    JsonObject overrides = lower(object.object("bindingOverrides"), "remediationAction");
    return object.without("metadata").without("status").with("bindingOverrides", overrides);
  }

  /** A template: of a ConfigurationPolicy what it means, of others what is written. */
  static JsonObject template(JsonObject definition) {
    return TemplateImport.configuration(definition)
        .map(PolicyForms::configuration)
        .orElse(definition);
  }

  private static JsonObject configuration(ConfigurationPolicy policy) {
    JsonObject object = JsonObject.of(ManifestWriter.tree(Defaults.apply(policy)));
    JsonObject spec = lower(lower(object.object("spec"), "remediationAction"), "severity");
    if (spec.get("object-templates") instanceof JsonArray(List<JsonValue> items)) {
      List<JsonValue> templates = new ArrayList<>();
      items.forEach(each -> templates.add(objectTemplate((JsonObject) each)));
      spec = spec.with("object-templates", new JsonArray(templates));
    }
    return object.with("spec", spec);
  }

  /** Labels and annotations are compared like the rest unless something else is said. */
  private static JsonObject objectTemplate(JsonObject template) {
    JsonObject normal = lower(lower(template, "complianceType"), "metadataComplianceType");
    return Objects.equals(normal.get("complianceType"), normal.get("metadataComplianceType"))
        ? normal.without("metadataComplianceType")
        : normal;
  }

  private static JsonObject lower(JsonObject object, String field) {
    return object
        .text(field)
        .map(text -> object.with(field, new JsonString(text.toLowerCase(Locale.ROOT))))
        .orElse(object);
  }
}
