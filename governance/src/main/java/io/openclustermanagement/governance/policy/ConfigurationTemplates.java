package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.ComplianceState;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.governance.configuration.CompiledPolicy;
import io.openclustermanagement.governance.configuration.ConfigurationPolicyEvaluator;
import io.openclustermanagement.governance.configuration.ConfigurationPolicyResult;
import io.openclustermanagement.governance.configuration.DryRun;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges ConfigurationPolicies. */
final class ConfigurationTemplates implements TemplateEvaluator {

  private final PreparedTemplates<Optional<CompiledPolicy>> compiled =
      new PreparedTemplates<>(CompiledPolicy::of);
  private final DryRun dryRun;

  ConfigurationTemplates(DryRun dryRun) {
    this.dryRun = dryRun;
  }

  @Override
  public boolean judges(String apiVersion, String kind) {
    return apiVersion.equals(ConfigurationPolicy.API_VERSION)
        && kind.equals(ConfigurationPolicy.KIND);
  }

  @Override
  public TemplateVerdict evaluate(JsonObject template, ClusterState cluster) {
    return compiled
        .get(template)
        .map(policy -> evaluate(policy, cluster))
        .orElseGet(
            () ->
                TemplateVerdict.of(
                    template,
                    VerdictState.ERROR,
                    "The template is no valid %s.".formatted(ConfigurationPolicy.KIND)));
  }

  private TemplateVerdict evaluate(CompiledPolicy policy, ClusterState cluster) {
    ConfigurationPolicyResult result =
        new ConfigurationPolicyEvaluator(cluster.inventory(), Optional.of(cluster.now()), dryRun)
            .evaluate(policy);
    return new TemplateVerdict(
        result.name(),
        ConfigurationPolicy.KIND,
        state(result.compliant().orElse(null)),
        result.message(),
        result.relatedObjects(),
        result.history(),
        result.pruned());
  }

  private static VerdictState state(@Nullable ComplianceState state) {
    return switch (state) {
      case COMPLIANT -> VerdictState.COMPLIANT;
      case PENDING -> VerdictState.PENDING;
      case NON_COMPLIANT -> VerdictState.NON_COMPLIANT;
      case null -> VerdictState.UNKNOWN;
    };
  }
}
