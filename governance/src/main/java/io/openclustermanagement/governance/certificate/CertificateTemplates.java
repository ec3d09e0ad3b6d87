package io.openclustermanagement.governance.certificate;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.CertificateNamespaceSelector;
import io.openclustermanagement.api.policy.CertificatePolicy;
import io.openclustermanagement.api.policy.CertificatePolicySpec;
import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.certificate.CertificateRules.InvalidRuleException;
import io.openclustermanagement.governance.configuration.Labels;
import io.openclustermanagement.governance.configuration.Namespaces;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.TemplateEvaluator;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.TypedTemplates;
import io.openclustermanagement.governance.policy.VerdictState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges CertificatePolicies, as the cert-policy-controller does. Where upstream passes over a
 * pattern that is none, nothing is said about the certificates.
 */
public final class CertificateTemplates implements TemplateEvaluator {

  @Override
  public boolean judges(String apiVersion, String kind) {
    return apiVersion.equals(CertificatePolicy.API_VERSION) && kind.equals(CertificatePolicy.KIND);
  }

  @Override
  public TemplateVerdict evaluate(JsonObject template, ClusterState cluster) {
    return TypedTemplates.judge(
        template, CertificatePolicy.class, policy -> evaluate(template, policy.spec(), cluster));
  }

  private static TemplateVerdict evaluate(
      JsonObject template, @Nullable CertificatePolicySpec spec, ClusterState cluster) {
    if (spec == null) {
      return TemplateVerdict.of(template, VerdictState.ERROR, "The policy has no `spec`.");
    }
    Namespaces namespaces =
        Namespaces.select(selector(spec.namespaceSelector()), cluster.inventory());
    if (namespaces.malformed().isPresent()) {
      String text = "`%s` is no pattern of namespaces.".formatted(namespaces.malformed().get());
      return TemplateVerdict.of(template, VerdictState.ERROR, text);
    }
    try {
      CertificateRules rules = CertificateRules.of(spec);
      List<SecretCertificate> violations =
          violations(spec, rules, namespaces.names(), cluster.inventory(), cluster.now());
      return verdict(template, rules, namespaces.names(), violations, cluster.now());
    } catch (InvalidRuleException e) {
      return TemplateVerdict.of(template, VerdictState.ERROR, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable NamespaceSelector selector(
      @Nullable CertificateNamespaceSelector selector) {
    return selector == null
        ? null
        : new NamespaceSelector(
            selector.exclude(),
            selector.include(),
            selector.matchExpressions(),
            selector.matchLabels(),
            null);
  }

  /** Of two certificates of one name in a namespace only the last counts, as upstream has it. */
  private static List<SecretCertificate> violations(
      CertificatePolicySpec spec,
      CertificateRules rules,
      List<String> namespaces,
      Inventory inventory,
      Instant now) {
    List<SecretCertificate> violations = new ArrayList<>();
    for (String namespace : namespaces) {
      Map<String, SecretCertificate> byName = new TreeMap<>();
      inventory.resource("v1", "Secret").stream()
          .flatMap(kind -> inventory.list(kind, namespace).stream())
          .filter(each -> Labels.match(spec.labelSelector(), List.of(), Labels.of(each)))
          .map(SecretCertificate::of)
          .flatMap(Optional::stream)
          .filter(each -> rules.isViolatedBy(each.certificate(), now))
          .forEach(each -> byName.put(each.name(), each));
      violations.addAll(byName.values());
    }
    return violations;
  }

  private static TemplateVerdict verdict(
      JsonObject template,
      CertificateRules rules,
      List<String> namespaces,
      List<SecretCertificate> violations,
      Instant now) {
    if (!violations.isEmpty()) {
      CertificateMessage message = new CertificateMessage(rules, now);
      return new TemplateVerdict(
          template.object("metadata").text("name").orElse(""),
          CertificatePolicy.KIND,
          VerdictState.NON_COMPLIANT,
          message.of(violations),
          violations.stream().map(each -> result(each, message.reason(each))).toList());
    }
    return TemplateVerdict.of(
        template,
        VerdictState.COMPLIANT,
        namespaces.isEmpty()
            ? "Compliant; No namespaces matched the namespace selector."
            : "Compliant");
  }

  private static ObjectResult result(SecretCertificate violation, String reason) {
    return ObjectResult.of(
        "v1", "Secret", violation.namespace(), violation.secret(), false, reason);
  }
}
