package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.rules.RulePolicy;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.PreparedTemplates;
import io.openclustermanagement.governance.policy.TemplateEvaluator;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.Optional;

/**
 * Judges RulePolicies. The expressions of a policy are compiled once for all clusters, and what
 * they may cost is limited by object and by cluster. A rule with an expression that does not
 * compile, or that fails on an object, is an error; a rule about kinds that a cluster does not
 * serve is unknown there.
 */
public final class RuleTemplates implements TemplateEvaluator {
  private final PreparedTemplates<Prepared> prepared =
      new PreparedTemplates<>(RuleTemplates::prepare);

  private sealed interface Prepared {
    record Ready(CompiledRule rule) implements Prepared {}

    record Unusable(String reason) implements Prepared {}
  }

  @Override
  public boolean judges(String apiVersion, String kind) {
    return apiVersion.equals(RulePolicy.API_VERSION) && kind.equals(RulePolicy.KIND);
  }

  @Override
  public TemplateVerdict evaluate(JsonObject template, ClusterState cluster) {
    return switch (prepared.get(template)) {
      case Prepared.Unusable(String reason) ->
          TemplateVerdict.of(template, VerdictState.ERROR, reason);
      case Prepared.Ready(CompiledRule rule) -> {
        try {
          yield RuleRun.run(rule, cluster).verdict(template);
        } catch (RuleException e) {
          yield TemplateVerdict.of(template, VerdictState.ERROR, e.getMessage());
        }
      }
    };
  }

  private static Prepared prepare(JsonObject template) {
    Manifests read = ManifestReader.read("template", JsonWriter.line(template.toTree()));
    Optional<RulePolicy> policy = read.objects(RulePolicy.class).findFirst();
    if (policy.isEmpty()) {
      String problem = read.problems().stream().findFirst().map(Problem::message).orElse("");
      return new Prepared.Unusable(
          "The template is no valid %s. %s".formatted(RulePolicy.KIND, problem).strip());
    }
    try {
      return new Prepared.Ready(CompiledRule.of(policy.get()));
    } catch (RuleException e) {
      return new Prepared.Unusable(e.getMessage());
    }
  }
}
