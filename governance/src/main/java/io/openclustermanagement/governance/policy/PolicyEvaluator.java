package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.configuration.ConfigurationPolicyEvaluator;
import io.openclustermanagement.governance.configuration.ConfigurationPolicyResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges policies by the objects of a cluster. Dependencies count as satisfied, and a template of a
 * kind that is not judged here is unknown, never compliant.
 */
public final class PolicyEvaluator {

  private final ConfigurationPolicyEvaluator configuration;

  public PolicyEvaluator(Inventory inventory) {
    this.configuration = new ConfigurationPolicyEvaluator(inventory);
  }

  /** The verdict on a policy; one that is disabled has no templates. */
  public PolicyVerdict evaluate(Policy policy) {
    boolean disabled = policy.spec().disabled();
    List<TemplateVerdict> templates =
        disabled
            ? List.of()
            : policy.spec().policyTemplates().stream()
                .map(each -> template(policy, each.objectDefinition()))
                .toList();
    return new PolicyVerdict(
        Policy.KIND,
        Objects.requireNonNullElse(policy.metadata().namespace(), ""),
        policy.metadata().name(),
        disabled,
        templates);
  }

  /** The verdict on a ConfigurationPolicy that no policy holds. */
  public PolicyVerdict evaluate(ConfigurationPolicy policy) {
    return new PolicyVerdict(
        ConfigurationPolicy.KIND,
        Objects.requireNonNullElse(policy.metadata().namespace(), ""),
        policy.metadata().name(),
        false,
        List.of(verdict(policy)));
  }

  private TemplateVerdict template(Policy policy, JsonObject definition) {
    JsonObject effective = overridden(definition, policy.spec().remediationAction());
    String text = JsonWriter.write(effective.toTree());
    return ManifestReader.read("template", text)
        .objects(ConfigurationPolicy.class)
        .findFirst()
        .map(this::verdict)
        .orElseGet(() -> notJudged(definition));
  }

  /** What the policy says counts for all of its templates. */
  private static JsonObject overridden(JsonObject template, @Nullable RemediationAction action) {
    return action == null
        ? template
        : template.with(
            "spec",
            template.object("spec").with("remediationAction", new JsonString(action.wireName())));
  }

  private TemplateVerdict verdict(ConfigurationPolicy policy) {
    ConfigurationPolicyResult result = configuration.evaluate(policy);
    return new TemplateVerdict(
        result.name(),
        ConfigurationPolicy.KIND,
        result.compliant(),
        result.message(),
        result.relatedObjects());
  }

  private static TemplateVerdict notJudged(JsonObject definition) {
    String kind = definition.text("kind").orElse("");
    return new TemplateVerdict(
        definition.object("metadata").text("name").orElse(""),
        kind,
        Optional.empty(),
        "A `%s` is not judged here.".formatted(kind),
        List.of());
  }
}
