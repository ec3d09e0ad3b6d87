package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.policy.PolicySpec;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.governance.policy.Remediation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a replicated policy is the same on many clusters.
 *
 * @param spec of the replicated policy
 * @param templates one for each template of the policy
 */
record PreparedPolicy(PolicySpec spec, List<PreparedTemplate> templates) {
  private static final String TEMPLATE_ERROR_FORMAT = "Failed to decode policy template with err: ";

  PreparedPolicy {
    templates = List.copyOf(templates);
  }

  /**
   * Prepares a policy for the clusters where the same binding raises its remediation.
   *
   * @param resolved its templates without hub templates
   */
  static PreparedPolicy of(
      Policy policy,
      HubTemplates.Resolved resolved,
      Optional<String> enforcedBy,
      SortedMap<HubName, PolicySet> sets) {
    List<JsonObject> definitions = resolved.definitions();
    PolicySpec spec = policy.spec();
    String namespace = HubName.of(policy).namespace();
    List<PolicyDependency> common = Dependencies.canonical(spec.dependencies(), namespace, sets);
    Set<String> repeated = repeatedNames(definitions);
    List<PolicyTemplate> templates = new ArrayList<>();
    List<PreparedTemplate> prepared = new ArrayList<>();
    for (int index = 0; index < definitions.size(); index++) {
      PolicyTemplate template = spec.policyTemplates().get(index);
      List<PolicyDependency> extra =
          Dependencies.canonical(template.extraDependencies(), namespace, sets);
      JsonObject definition = definitions.get(index);
      templates.add(new PolicyTemplate(definition, extra, template.ignorePending()));
      Remediation.Applied applied =
          Remediation.apply(definition, policy.spec().remediationAction(), enforcedBy);
      Dependencies.OfTemplate dependencies = Dependencies.ofTemplate(common, extra);
      String name = name(definition);
      prepared.add(
          new PreparedTemplate(
              name.isEmpty() ? "template-" + index : name,
              applied.definition(),
              applied.remediation(),
              dependencies.all(),
              Boolean.TRUE.equals(template.ignorePending()),
              resolved.sensitive(),
              error(definition, index, dependencies.conflict(), repeated)));
    }
    return new PreparedPolicy(
        new PolicySpec(
            spec.disabled(),
            spec.copyPolicyMetadata(),
            action(spec.remediationAction(), enforcedBy),
            templates,
            common,
            spec.hubTemplateOptions()),
        prepared);
  }

  private static @Nullable RemediationAction action(
      @Nullable RemediationAction own, Optional<String> enforcedBy) {
    boolean enforced = own != null && own.canonical() == RemediationAction.ENFORCE;
    return enforcedBy.isPresent() && !enforced ? RemediationAction.ENFORCE : own;
  }

  private static String name(JsonObject definition) {
    return definition.object("metadata").text("name").orElse("");
  }

  private static Set<String> repeatedNames(List<JsonObject> definitions) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (JsonObject definition : definitions) {
      if (!seen.add(name(definition))) {
        repeated.add(name(definition));
      }
    }
    return repeated;
  }

  /** What upstream finds before it looks at the cluster, in its order. */
  private static Optional<String> error(
      JsonObject definition, int index, Optional<String> conflict, Set<String> repeated) {
    if (definition.text("kind").isEmpty()) {
      return Optional.of(TEMPLATE_ERROR_FORMAT + "Object 'Kind' is missing");
    }
    if (conflict.isPresent()) {
      return conflict.map(
          name ->
              "%sdependency on %s has conflicting compliance states"
                  .formatted(TEMPLATE_ERROR_FORMAT, name));
    }
    String name = name(definition);
    if (name.isEmpty()) {
      return Optional.of("Failed to get name from policy template at index " + index);
    }
    if (repeated.contains(name)) {
      return Optional.of("All policy-template names must be unique within a policy");
    }
    Optional<String> hub =
        definition.object("metadata").object("annotations").text(PolicyLabels.HUB_TEMPLATES_ERROR);
    return hub.isPresent() ? hub : twoForms(definition, name);
  }

  private static Optional<String> twoForms(JsonObject definition, String name) {
    JsonObject spec = definition.object("spec");
    boolean both =
        definition.text("kind").filter(ConfigurationPolicy.KIND::equals).isPresent()
            && spec.get("object-templates") != null
            && spec.get("object-templates-raw") != null;
    return both
        ? Optional.of(
            """
            Failed to create policy template: ConfigurationPolicy.policy.open-cluster-management.io \
            "%s" is invalid: spec may only contain one of object-templates and object-templates-raw"""
                .formatted(name))
        : Optional.empty();
  }
}
