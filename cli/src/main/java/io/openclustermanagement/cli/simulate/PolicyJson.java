package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.api.policy.PolicySetExclusionStatus;
import io.openclustermanagement.cli.evaluate.EvaluationJson;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.governance.policy.Remediation;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.PolicyResult;
import io.openclustermanagement.governance.propagation.PolicySetResult;
import io.openclustermanagement.governance.propagation.ReplicaResult;
import io.openclustermanagement.governance.propagation.TemplateResult;
import io.openclustermanagement.governance.propagation.UnmetDependency;
import java.util.List;
import java.util.Map;

/** How a fleet stands with policies and their sets, as JSON; members are only ever added. */
final class PolicyJson {
  private final Simulation simulation;

  PolicyJson(Simulation simulation) {
    this.simulation = simulation;
  }

  Map<String, Object> policy(PolicyResult policy) {
    return Json.object()
        .put("namespace", policy.name().namespace())
        .put("name", policy.name().name())
        .put("compliant", policy.state().wireName())
        .put("disabled", policy.policy().spec().disabled() ? true : null)
        .put("clusters", policy.clusters().stream().map(this::cluster).toList())
        .putUnlessEmpty("restrictedOnly", policy.distribution().restrictedOnly())
        .build();
  }

  private Map<String, Object> cluster(ReplicaResult result) {
    return Json.object()
        .put("cluster", result.cluster())
        .put("compliant", result.state().wireName())
        .put("remediation", remediation(result.remediation()))
        .put("bindings", result.replica().assignment().bindings())
        .put("templates", result.templates().stream().map(each -> template(result, each)).toList())
        .build();
  }

  private Map<String, Object> template(ReplicaResult replica, TemplateResult result) {
    Map<String, Object> template = EvaluationJson.template(result.verdict());
    template.put("remediation", remediation(result.remediation()));
    if (!result.unmet().isEmpty()) {
      template.put("waitsFor", result.unmet().stream().map(PolicyJson::unmet).toList());
    }
    simulation
        .exemption(replica, result)
        .ifPresent(each -> template.put("exemption", ExemptionJson.exemption(each)));
    return template;
  }

  private static Map<String, Object> remediation(Remediation remediation) {
    return Json.object()
        .put("effective", remediation.action())
        .put("from", remediation.from())
        .build();
  }

  /** A dependency with the way to the root of the trouble. */
  private static Map<String, Object> unmet(UnmetDependency unmet) {
    List<UnmetDependency> chain = unmet.chain();
    Json.Members members = link(unmet);
    if (chain.size() > 1) {
      members.put(
          "because",
          chain.subList(1, chain.size()).stream().map(each -> link(each).build()).toList());
    }
    return members.build();
  }

  private static Json.Members link(UnmetDependency unmet) {
    return Json.object()
        .put("kind", unmet.dependency().kind())
        .put("name", unmet.dependency().name())
        .put("wanted", unmet.dependency().compliance().wireName())
        .put("found", unmet.found().map(VerdictState::wireName).orElse(null))
        .put("reason", unmet.reason())
        .putUnlessEmpty("cycle", unmet.cycle());
  }

  static Map<String, Object> set(PolicySetResult set) {
    return Json.object()
        .put("namespace", set.name().namespace())
        .put("name", set.name().name())
        .put("compliant", set.state().wireName())
        .put("statusMessage", set.status().statusMessage())
        .putUnlessEmpty(
            "exclusions", set.status().exclusions().stream().map(PolicyJson::exclusion).toList())
        .build();
  }

  private static Map<String, Object> exclusion(PolicySetExclusionStatus exclusion) {
    return Json.object()
        .put("policyName", exclusion.policyName())
        .put("clusters", exclusion.clusters())
        .build();
  }
}
