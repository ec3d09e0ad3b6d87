package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.governance.configuration.InventoryLookup;
import io.openclustermanagement.governance.template.ObjectLookup;
import io.openclustermanagement.governance.template.TemplateContext;
import io.openclustermanagement.governance.template.TemplateException;
import io.openclustermanagement.governance.template.TemplateOptions;
import io.openclustermanagement.governance.template.TemplateResolver;
import io.openclustermanagement.governance.template.TemplateResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Resolves the hub templates of one policy for one cluster after the other ({@code
 * processTemplates} of {@code controllers/propagator/replicatedpolicy_controller.go}). What fails
 * becomes an annotation of the template, from which the cluster takes its message; the other
 * templates of the policy are resolved all the same.
 */
final class HubTemplates {
  private static final TemplateOptions.Delimiters HUB = TemplateOptions.Delimiters.HUB;

  private final HubSnapshot hub;
  private final Policy policy;
  private final JsonObject metadata;
  private final ObjectLookup lookup;
  private final Instant now;

  private HubTemplates(HubSnapshot hub, Policy policy, Instant now) {
    this.hub = hub;
    this.policy = policy;
    this.metadata = JsonObject.of(ManifestWriter.tree(policy)).object("metadata");
    this.lookup = new InventoryLookup(hub.objects());
    this.now = now;
  }

  /** For a policy that {@linkplain #occurIn has hub templates}. */
  static HubTemplates of(HubSnapshot hub, Policy policy, Instant now) {
    return new HubTemplates(hub, policy, now);
  }

  /** Whether a policy is different from cluster to cluster. */
  static boolean occurIn(Policy policy) {
    String disabled = policy.metadata().annotations().get(PolicyLabels.DISABLE_TEMPLATES);
    return !Boolean.parseBoolean(disabled)
        && policy.spec().policyTemplates().stream()
            .anyMatch(template -> isTemplated(template.objectDefinition()));
  }

  private static boolean isTemplated(JsonObject definition) {
    return TemplateResolver.hasTemplate(JsonWriter.line(definition.toTree()), HUB);
  }

  /**
   * What the templates of a policy are on a cluster.
   *
   * @param sensitive whether they hold what was read from a Secret
   */
  record Resolved(List<JsonObject> definitions, boolean sensitive) {}

  /** The templates of a policy that need no resolution. */
  static Resolved plain(Policy policy) {
    return new Resolved(
        policy.spec().policyTemplates().stream().map(PolicyTemplate::objectDefinition).toList(),
        false);
  }

  /** The templates for one cluster. */
  Resolved resolve(String cluster) {
    TemplateOptions restricted = TemplateOptions.hub(HubName.of(policy).namespace(), cluster);
    TemplateOptions options =
        (policy.spec().hubTemplateOptions() == null ? restricted : restricted.unrestricted())
            .at(now);
    TemplateResolver resolver = new TemplateResolver(options);
    ManagedCluster resource = hub.clusters().get(cluster);
    TemplateContext context =
        TemplateContext.ofHub(
            cluster, resource == null ? Map.of() : resource.metadata().labels(), metadata);
    List<JsonObject> definitions = new ArrayList<>();
    boolean sensitive = false;
    for (PolicyTemplate template : policy.spec().policyTemplates()) {
      JsonObject definition = template.objectDefinition();
      try {
        TemplateResult result = resolver.resolve(definition, context, lookup);
        sensitive |= result.sensitive();
        definitions.add(result.value() instanceof JsonObject object ? object : definition);
      } catch (TemplateException e) {
        definitions.add(failed(definition, e.upstream()));
      }
    }
    return new Resolved(definitions, sensitive);
  }

  private static JsonObject failed(JsonObject definition, String error) {
    JsonObject metadata = definition.object("metadata");
    JsonObject annotations =
        metadata
            .object("annotations")
            .with(PolicyLabels.HUB_TEMPLATES_ERROR, new JsonString(error));
    return definition.with("metadata", metadata.with("annotations", annotations));
  }
}
