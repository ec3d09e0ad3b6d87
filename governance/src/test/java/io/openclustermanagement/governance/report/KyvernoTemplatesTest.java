package io.openclustermanagement.governance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.governance.gatekeeper.Objects;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import org.junit.jupiter.api.Test;

class KyvernoTemplatesTest {
  private static final String CLUSTER_POLICY =
      "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: require-labels}}";

  /** What the policy generator writes for {@code informKyvernoPolicies}. */
  private static final String INFORM =
      """
      apiVersion: policy.open-cluster-management.io/v1
      kind: ConfigurationPolicy
      metadata: {name: inform-kyverno-require-labels}
      spec:
        remediationAction: inform
        namespaceSelector: {include: [shop]}
        object-templates:
        - complianceType: mustnothave
          objectDefinition:
            apiVersion: wgpolicyk8s.io/v1alpha2
            kind: ClusterPolicyReport
            results: [{policy: require-labels, result: fail}]
        - complianceType: mustnothave
          objectDefinition:
            apiVersion: wgpolicyk8s.io/v1alpha2
            kind: PolicyReport
            results: [{policy: require-labels, result: fail}]
      """;

  private static final String NAMESPACE =
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
      ---
      {apiVersion: wgpolicyk8s.io/v1alpha2, kind: ClusterPolicyReport, metadata: {name: other}, results: [{policy: other, result: pass}]}
      ---
      """;

  private static String report(String version, String kind, String result) {
    return NAMESPACE
        + """
        apiVersion: %s
        kind: %s
        metadata: {name: r, namespace: shop}
        scope: {kind: Pod, namespace: shop, name: web}
        results: [{policy: require-labels, rule: check, result: %s, message: label owner is missing}]
        """
            .formatted(version, kind, result);
  }

  private static TemplateVerdict verdict(String template, String objects) {
    return PolicyEvaluator.standard().evaluate(Objects.one(template), Objects.cluster(objects));
  }

  @Test
  void bothGroupsOfReportsAreRead() {
    for (String version : new String[] {"wgpolicyk8s.io/v1alpha2", "openreports.io/v1alpha1"}) {
      String kind = version.startsWith("open") ? "Report" : "PolicyReport";
      TemplateVerdict failed = verdict(CLUSTER_POLICY, report(version, kind, "fail"));
      assertThat(failed.state()).isEqualTo(VerdictState.NON_COMPLIANT);
      assertThat(failed.message())
          .isEqualTo("NonCompliant; label owner is missing (on Pod shop/web)");
      assertThat(verdict(CLUSTER_POLICY, report(version, kind, "pass")).message())
          .isEqualTo("Compliant; no failure in 1 result of policy reports");
      assertThat(verdict(CLUSTER_POLICY, report(version, kind, "error")).state())
          .isEqualTo(VerdictState.ERROR);
    }
  }

  @Test
  void noReportIsNoCompliance() {
    TemplateVerdict verdict = verdict(CLUSTER_POLICY, NAMESPACE);
    assertThat(verdict.state()).isEqualTo(VerdictState.UNKNOWN);
    assertThat(verdict(CLUSTER_POLICY, report("openreports.io/v1alpha1", "Report", "skip")).state())
        .isEqualTo(VerdictState.UNKNOWN);
  }

  @Test
  void theGeneratorsPolicySaysWhatUpstreamSaysAndWarns() {
    TemplateVerdict verdict =
        verdict(INFORM, report("wgpolicyk8s.io/v1alpha2", "PolicyReport", "pass"));
    assertThat(verdict.state()).isEqualTo(VerdictState.COMPLIANT);

    TemplateVerdict nothing =
        verdict(
            INFORM,
            report("wgpolicyk8s.io/v1alpha2", "PolicyReport", "pass")
                .replace("require-labels", "x"));
    assertThat(nothing.state()).isEqualTo(VerdictState.UNKNOWN);
    assertThat(nothing.message())
        .isEqualTo(
            verdict.message()
                + "; warning - no policy report mentions require-labels, so nothing is known of it");
  }

  @Test
  void failuresInReportsOfTheOtherGroupAreFound() {
    String reports =
        report("openreports.io/v1alpha1", "Report", "fail")
            + "---\n{apiVersion: wgpolicyk8s.io/v1alpha2, kind: PolicyReport, metadata: {name: x, namespace: shop}, results: []}\n";
    TemplateVerdict verdict = verdict(INFORM, reports);
    assertThat(verdict.state()).isEqualTo(VerdictState.NON_COMPLIANT);
    assertThat(verdict.message())
        .startsWith("Compliant; notification - ")
        .endsWith(
            "; warning - reports of another group have failures: label owner is missing (on Pod shop/web)");
  }

  @Test
  void failuresAreUpstreamsViolation() {
    TemplateVerdict verdict =
        verdict(INFORM, report("wgpolicyk8s.io/v1alpha2", "PolicyReport", "fail"));
    assertThat(verdict.state()).isEqualTo(VerdictState.NON_COMPLIANT);
    assertThat(verdict.message())
        .isEqualTo(
            "NonCompliant; notification - clusterpolicyreports missing as expected; violation - "
                + "policyreports [r] found in namespace shop");
  }
}
