package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the {@code object-templates} of a ConfigurationPolicy, by itself or inside of a Policy.
 *
 * @param pointer where the ConfigurationPolicy stands in the object
 * @param index which of its object templates
 * @param policy the ConfigurationPolicy
 * @param remediation what is done about a violation, in small letters; of the Policy if it says so
 */
record ConfigurationTemplate(
    LintedObject source,
    String pointer,
    int index,
    JsonObject policy,
    JsonObject template,
    String remediation) {

  /** All of them in some objects. */
  static List<ConfigurationTemplate> of(List<LintedObject> objects) {
    List<ConfigurationTemplate> found = new ArrayList<>();
    for (LintedObject source : objects) {
      if (source.object() instanceof ConfigurationPolicy) {
        add(source, "", tree(source), "", found);
      } else if (source.object() instanceof Policy) {
        JsonObject spec = tree(source).object("spec");
        List<JsonValue> templates = list(spec.get("policy-templates"));
        for (int i = 0; i < templates.size(); i++) {
          add(
              source,
              "/spec/policy-templates/%d/objectDefinition".formatted(i),
              ((JsonObject) templates.get(i)).object("objectDefinition"),
              spec.text("remediationAction").orElse(""),
              found);
        }
      }
    }
    return found;
  }

  private static JsonObject tree(LintedObject source) {
    return JsonObject.of(ManifestWriter.tree(source.object()));
  }

  private static void add(
      LintedObject source,
      String pointer,
      JsonObject policy,
      String remediation,
      List<ConfigurationTemplate> found) {
    if (!policy.text("kind").orElse("").equals(ConfigurationPolicy.KIND)) {
      return;
    }
    JsonObject spec = policy.object("spec");
    String own = spec.text("remediationAction").orElse("").toLowerCase(Locale.ROOT);
    String effective = remediation.isEmpty() || own.equals("informonly") ? own : remediation;
    List<JsonValue> templates = list(spec.get("object-templates"));
    for (int i = 0; i < templates.size(); i++) {
      if (templates.get(i) instanceof JsonObject template) {
        found.add(
            new ConfigurationTemplate(
                source, pointer, i, policy, template, effective.toLowerCase(Locale.ROOT)));
      }
    }
  }

  /** The items of a list; none if the value is absent or something else. */
  static List<JsonValue> list(@Nullable JsonValue value) {
    return value instanceof JsonArray(List<JsonValue> items) ? items : List.of();
  }

  boolean isEnforced() {
    return remediation.equals("enforce");
  }

  /** {@code musthave}, {@code mustnothave} or {@code mustonlyhave}. */
  String complianceType() {
    return template.text("complianceType").orElse("").toLowerCase(Locale.ROOT);
  }

  JsonObject definition() {
    return template.object("objectDefinition");
  }

  /** The name of the object that is meant; empty for any. */
  Optional<String> name() {
    return definition().object("metadata").text("name").filter(name -> !name.isEmpty());
  }

  boolean hasSelector() {
    return template.get("objectSelector") instanceof JsonObject;
  }

  /** Whether the policy says in which namespaces it looks. */
  boolean hasNamespaceScope() {
    JsonObject selector = policy.object("spec").object("namespaceSelector");
    return !list(selector.get("include")).isEmpty()
        || !selector.object("matchLabels").isEmpty()
        || !list(selector.get("matchExpressions")).isEmpty();
  }

  /** Whether it is the first of its policy that was read from YAML: for what is said once. */
  boolean opensYamlPolicy() {
    return !source.compiled() && index == 0;
  }

  /** Where a part of the ConfigurationPolicy was written, by a pointer that begins at it. */
  SourceSpan atPolicy(String part) {
    return source.at(pointer + part);
  }

  /** Whether the policy has a template that is not {@code mustnothave}. */
  boolean requiresSomething() {
    return list(policy.object("spec").get("object-templates")).stream()
        .anyMatch(
            each ->
                each instanceof JsonObject object
                    && !object.text("complianceType").orElse("").equalsIgnoreCase("mustnothave"));
  }

  /** Where a part of the object template was written, by a pointer that begins at it. */
  SourceSpan at(String part) {
    return source.at("%s/spec/object-templates/%d%s".formatted(pointer, index, part));
  }

  /** Whether a text is made on the cluster, so that nothing is known of it here. */
  static boolean isTemplated(JsonValue value) {
    return value instanceof JsonString(String text) && text.contains("{{");
  }

  /** The kind and name of the object, as people say it. */
  String described() {
    String kind = definition().text("kind").orElse("object");
    return name().map(name -> kind + " " + name).orElse(kind);
  }
}
