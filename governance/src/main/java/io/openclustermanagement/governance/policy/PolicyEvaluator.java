package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.governance.certificate.CertificateTemplates;
import io.openclustermanagement.governance.configuration.DryRun;
import io.openclustermanagement.governance.gatekeeper.GatekeeperTemplates;
import io.openclustermanagement.governance.operator.OperatorTemplates;
import io.openclustermanagement.governance.rego.RegoEngine;
import io.openclustermanagement.governance.report.KyvernoTemplates;
import io.openclustermanagement.governance.rule.RuleTemplates;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges policies by the objects of a cluster. Dependencies count as satisfied, and a template of a
 * kind that is not judged here is unknown, never compliant.
 */
public final class PolicyEvaluator {

  private final List<TemplateEvaluator> evaluators;
  private final Map<RemediationAction, PreparedTemplates<JsonObject>> overridden =
      new EnumMap<>(RemediationAction.class);
  private final PreparedTemplates<JsonObject> alone =
      new PreparedTemplates<>(each -> overridden(each, null));

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

  private static JsonObject overridden(JsonObject template, @Nullable RemediationAction action) {
    return Remediation.apply(template, action, Optional.empty()).definition();
  }

  /** An evaluator of all kinds that are judged from objects alone, to which no default is known. */
  public static PolicyEvaluator standard() {
    return standard(DryRun.NONE, Optional.empty());
  }

  /**
   * An evaluator of all kinds.
   *
   * @param dryRun what an API server would make of updates
   * @param rego evaluates Rego, if something does
   */
  public static PolicyEvaluator standard(DryRun dryRun, Optional<RegoEngine> rego) {
    return new PolicyEvaluator(
        List.of(
            new KyvernoTemplates(new ConfigurationTemplates(dryRun)),
            new RuleTemplates(),
            new CertificateTemplates(),
            new OperatorTemplates(),
            new GatekeeperTemplates(rego)));
  }

  /** Whether templates of this kind are judged. */
  public boolean judges(String apiVersion, String kind) {
    return evaluators.stream().anyMatch(each -> each.judges(apiVersion, kind));
  }

  /** The verdict on a policy; one that is disabled has no templates. */
  public PolicyVerdict evaluate(Policy policy, ClusterState cluster) {
    boolean disabled = policy.spec().disabled();
    return new PolicyVerdict(
        Policy.KIND,
        Objects.requireNonNullElse(policy.metadata().namespace(), ""),
        policy.metadata().name(),
        disabled,
        disabled ? List.of() : templates(policy, cluster));
  }

  private List<TemplateVerdict> templates(Policy policy, ClusterState cluster) {
    List<JsonObject> templates =
        policy.spec().policyTemplates().stream()
            .map(each -> inEffect(each.objectDefinition(), policy.spec().remediationAction()))
            .toList();
    List<JsonObject> delivered = delivered(templates);
    return templates.stream().map(each -> evaluate(each, delivered, cluster)).toList();
  }

  private JsonObject inEffect(JsonObject template, @Nullable RemediationAction action) {
    return (action == null ? alone : Objects.requireNonNull(overridden.get(action))).get(template);
  }

  /** Those of some templates that others can refer to, as constraints to ConstraintTemplates. */
  public List<JsonObject> delivered(Collection<JsonObject> templates) {
    return templates.stream()
        .filter(each -> evaluators.stream().anyMatch(judge -> delivers(judge, each)))
        .toList();
  }

  private static boolean delivers(TemplateEvaluator evaluator, JsonObject template) {
    return evaluator.delivers(
        template.text("apiVersion").orElse(""), template.text("kind").orElse(""));
  }

  /**
   * The verdict on a template that no policy holds.
   *
   * @param delivered templates that are put on the cluster, too, and that it can refer to
   */
  public PolicyVerdict evaluateAlone(
      JsonObject template, List<JsonObject> delivered, ClusterState cluster) {
    JsonObject metadata = template.object("metadata");
    return new PolicyVerdict(
        template.text("kind").orElse(""),
        metadata.text("namespace").orElse(""),
        metadata.text("name").orElse(""),
        false,
        List.of(evaluate(inEffect(template, null), delivered, cluster)));
  }

  /** The verdict on a template with the remediation that is in effect. */
  public TemplateVerdict evaluate(JsonObject template, ClusterState cluster) {
    return evaluate(template, List.of(), cluster);
  }

  /**
   * The verdict on a template with the remediation that is in effect.
   *
   * @param delivered templates that are put on the cluster, too, and that it can refer to
   */
  public TemplateVerdict evaluate(
      JsonObject template, List<JsonObject> delivered, ClusterState cluster) {
    String apiVersion = template.text("apiVersion").orElse("");
    String kind = template.text("kind").orElse("");
    return evaluators.stream()
        .filter(each -> each.judges(apiVersion, kind))
        .findFirst()
        .map(each -> each.evaluate(template, with(each, delivered, cluster)))
        .orElseGet(
            () ->
                TemplateVerdict.of(
                    template, VerdictState.UNKNOWN, "A `%s` is not judged here.".formatted(kind)));
  }

  private static ClusterState with(
      TemplateEvaluator evaluator, List<JsonObject> delivered, ClusterState cluster) {
    List<GenericObject> objects =
        delivered.stream()
            .filter(each -> delivers(evaluator, each))
            .flatMap(each -> GenericObject.of(each).stream())
            .toList();
    return objects.isEmpty()
        ? cluster
        : new ClusterState(
            cluster.name(), cluster.resource(), cluster.inventory().with(objects), cluster.now());
  }
}
