package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.governance.configuration.DryRun;
import io.openclustermanagement.governance.rule.RuleTemplates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges policies by the objects of a cluster. Dependencies count as satisfied, and a template of a
 * kind that is not judged here is unknown, never compliant.
 */
public final class PolicyEvaluator {

  private final List<TemplateEvaluator> evaluators;
  private final Map<RemediationAction, PreparedTemplates<JsonObject>> overridden =
      new EnumMap<>(RemediationAction.class);

  /**
   * An evaluator that judges by these; of several for a kind the first counts.
   *
   * @param evaluators one for each family of kinds
   */
  public PolicyEvaluator(List<TemplateEvaluator> evaluators) {
    this.evaluators = List.copyOf(evaluators);
    for (RemediationAction action : RemediationAction.values()) {
      overridden.put(action, new PreparedTemplates<>(each -> overridden(each, action)));
    }
  }

  /** An evaluator of all kinds that are judged from objects alone, to which no default is known. */
  public static PolicyEvaluator standard() {
    return standard(DryRun.NONE);
  }

  /**
   * An evaluator of all kinds that are judged from objects alone.
   *
   * @param dryRun what an API server would make of updates
   */
  public static PolicyEvaluator standard(DryRun dryRun) {
    return new PolicyEvaluator(List.of(new ConfigurationTemplates(dryRun), new RuleTemplates()));
  }

  /** The verdict on a policy; one that is disabled has no templates. */
  public PolicyVerdict evaluate(Policy policy, ClusterState cluster) {
    boolean disabled = policy.spec().disabled();
    List<TemplateVerdict> templates =
        disabled
            ? List.of()
            : policy.spec().policyTemplates().stream()
                .map(each -> template(policy, each.objectDefinition(), cluster))
                .toList();
    return new PolicyVerdict(
        Policy.KIND,
        Objects.requireNonNullElse(policy.metadata().namespace(), ""),
        policy.metadata().name(),
        disabled,
        templates);
  }

  /** The verdict on a ConfigurationPolicy that no policy holds. */
  public PolicyVerdict evaluate(ConfigurationPolicy policy, ClusterState cluster) {
    return new PolicyVerdict(
        ConfigurationPolicy.KIND,
        Objects.requireNonNullElse(policy.metadata().namespace(), ""),
        policy.metadata().name(),
        false,
        List.of(evaluate(JsonObject.of(ManifestWriter.tree(policy)), cluster)));
  }

  private TemplateVerdict template(Policy policy, JsonObject definition, ClusterState cluster) {
    RemediationAction action = policy.spec().remediationAction();
    JsonObject effective =
        action == null
            ? definition
            : Objects.requireNonNull(overridden.get(action)).get(definition);
    return evaluate(effective, cluster);
  }

  /** What the policy says counts for all of its templates. */
  private static JsonObject overridden(JsonObject template, RemediationAction action) {
    return template.with(
        "spec",
        template.object("spec").with("remediationAction", new JsonString(action.wireName())));
  }

  /** The verdict on a template with the remediation that is in effect. */
  public TemplateVerdict evaluate(JsonObject template, ClusterState cluster) {
    String apiVersion = template.text("apiVersion").orElse("");
    String kind = template.text("kind").orElse("");
    return evaluators.stream()
        .filter(each -> each.judges(apiVersion, kind))
        .findFirst()
        .map(each -> each.evaluate(template, cluster))
        .orElseGet(
            () ->
                TemplateVerdict.of(
                    template, VerdictState.UNKNOWN, "A `%s` is not judged here.".formatted(kind)));
  }
}
