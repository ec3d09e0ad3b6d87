package io.openclustermanagement.governance.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.governance.gatekeeper.Objects;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the config policy controller, some of them from the status in its README. */
class OperatorTemplatesTest {
  private static final String NAMESPACE =
      "{apiVersion: v1, kind: Namespace, metadata: {name: eso}}\n";
  private static final String SUBSCRIPTION =
      "name: external-secrets-operator, namespace: eso, channel: alpha, source: catalog, sourceNamespace: olm";
  private static final String INSTALLED =
      NAMESPACE
          + """
          ---
          {apiVersion: operators.coreos.com/v1, kind: OperatorGroup, metadata: {name: group, namespace: eso}, spec: {targetNamespaces: [eso]}}
          ---
          apiVersion: operators.coreos.com/v1alpha1
          kind: Subscription
          metadata: {name: external-secrets-operator, namespace: eso}
          spec: {name: external-secrets-operator, channel: alpha, source: catalog, sourceNamespace: olm, installPlanApproval: Manual}
          status: {installedCSV: eso.v0.11.0, currentCSV: eso.v0.11.0}
          ---
          apiVersion: operators.coreos.com/v1alpha1
          kind: InstallPlan
          metadata: {name: install-1, namespace: eso}
          spec: {approved: true, generation: 1, clusterServiceVersionNames: [eso.v0.11.0]}
          status: {phase: Complete}
          ---
          apiVersion: operators.coreos.com/v1alpha1
          kind: ClusterServiceVersion
          metadata: {name: eso.v0.11.0, namespace: eso, labels: {operators.coreos.com/external-secrets-operator.eso: ""}}
          spec: {install: {spec: {deployments: [{name: manager}]}}}
          status: {phase: Succeeded, reason: InstallSucceeded, message: install strategy completed with no errors}
          ---
          {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: a.b, labels: {operators.coreos.com/external-secrets-operator.eso: ""}}}
          ---
          {apiVersion: apps/v1, kind: Deployment, metadata: {name: manager, namespace: eso}, status: {availableReplicas: 1}}
          ---
          {apiVersion: operators.coreos.com/v1alpha1, kind: CatalogSource, metadata: {name: catalog, namespace: olm}, status: {connectionState: {lastObservedState: READY}}}
          """;

  private static TemplateVerdict verdict(String more, String subscription, String objects) {
    return new OperatorTemplates()
        .evaluate(
            Objects.one(
                """
                apiVersion: policy.open-cluster-management.io/v1beta1
                kind: OperatorPolicy
                metadata: {name: eso}
                spec: {upgradeApproval: Automatic, %s, subscription: {%s}}
                """
                    .formatted(more, subscription)),
            Objects.cluster(objects));
  }

  private static String message(String more, String objects) {
    return verdict(more, SUBSCRIPTION, objects).message();
  }

  @Test
  void whatIsInstalledIsCompliant() {
    TemplateVerdict verdict =
        verdict(
            "complianceType: musthave, remediationAction: inform, operatorGroup: {name: group, targetNamespaces: [eso]}",
            SUBSCRIPTION,
            INSTALLED);
    assertThat(verdict.message())
        .isEqualTo(
            "Compliant; the policy spec is valid, the OperatorGroup matches what is required by the"
                + " policy, the Subscription matches what is required by the policy, no InstallPlans"
                + " requiring approval were found, ClusterServiceVersion (eso.v0.11.0) - install"
                + " strategy completed with no errors, there are CRDs present for the operator, all"
                + " operator Deployments have their minimum availability, CatalogSource was found");
    assertThat(verdict.state()).isEqualTo(VerdictState.COMPLIANT);
    assertThat(verdict.objects())
        .extracting("kind")
        .containsExactly(
            "OperatorGroup",
            "Subscription",
            "ClusterServiceVersion",
            "CustomResourceDefinition",
            "Deployment",
            "CatalogSource");
  }

  @Test
  void whatIsMissingIsSaidOneAfterTheOther() {
    assertThat(message("complianceType: musthave, remediationAction: inform", NAMESPACE))
        .isEqualTo(
            "NonCompliant; the policy spec is valid, the OperatorGroup required by the policy was"
                + " not found, the Subscription required by the policy was not found, there are no"
                + " relevant InstallPlans in the namespace, the ClusterServiceVersion required by the"
                + " policy was not found, no CRDs were found for the operator, there are no relevant"
                + " deployments because the ClusterServiceVersion is missing, CatalogSource"
                + " 'catalog' was not found");
    assertThat(message("complianceType: musthave, remediationAction: enforce", NAMESPACE))
        .startsWith(
            "NonCompliant; the policy spec is valid, the OperatorGroup required by the policy was"
                + " created, the Subscription required by the policy was created, there are no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          channel: alpha, source|channel: beta, source|the Subscription found on the cluster does not match the policy
          phase: Complete|phase: Failed|the current InstallPlan has failed
          phase: Complete|phase: Installing|a relevant InstallPlan is actively installing
          availableReplicas: 1|unavailableReplicas: 1|the deployments manager do not have their minimum availability
          connectionState: {lastObservedState: READY}|message: none|could not determine last observed state of CatalogSource
          phase: Succeeded, reason: InstallSucceeded, message: install strategy completed with no errors|phase: Pending, message: requirements not met|ClusterServiceVersion (eso.v0.11.0) - requirements not met
          targetNamespaces: [eso]}}|targetNamespaces: [other]}}|the OperatorGroup found on the cluster does not match the policy
          currentCSV: eso.v0.11.0}|currentCSV: eso.v0.11.0, conditions: [{type: ResolutionFailed, status: "True", reason: ConstraintsNotSatisfiable, message: "no operators found in package external-secrets-operator, x"}]}|constraints not satisfiable: refer to the Subscription for more details
          currentCSV: eso.v0.11.0}|currentCSV: eso.v0.11.0, conditions: [{type: ResolutionFailed, status: "True", reason: Other, message: subscription eso/external-secrets-operator fails}]}|subscription eso/external-secrets-operator fails
          """)
  void eachObservationHasItsWords(String found, String instead, String words) {
    String policy =
        "complianceType: musthave, remediationAction: inform, operatorGroup: {name: group, targetNamespaces: [eso]}";
    assertThat(INSTALLED).contains(found);
    TemplateVerdict verdict = verdict(policy, SUBSCRIPTION, INSTALLED.replace(found, instead));
    assertThat(verdict.message()).startsWith("NonCompliant; ").contains(", " + words);
  }

  @Test
  void whatFailsForAnotherOperatorDoesNotCount() {
    String other =
        "currentCSV: eso.v0.11.0, conditions: [{type: ResolutionFailed, status: \"True\", reason: X, message: subscription external-secrets-operator-2 fails}]}";
    assertThat(
            message(
                "complianceType: musthave, remediationAction: inform",
                INSTALLED.replace("currentCSV: eso.v0.11.0}", other)))
        .contains(", the Subscription matches what is required by the policy, ")
        .contains("assuming that OperatorGroup is correct");
  }

  @Test
  void upgradesAreApprovedOrOffered() {
    String upgrade =
        INSTALLED
            .replace("currentCSV: eso.v0.11.0", "currentCSV: eso.v0.12.0")
            .replace(
                "clusterServiceVersionNames: [eso.v0.11.0]}\nstatus: {phase: Complete}",
                "clusterServiceVersionNames: [eso.v0.12.0]}\nstatus: {phase: RequiresApproval}")
            .replace("approved: true", "approved: false");
    assertThat(message("complianceType: musthave, remediationAction: inform", upgrade))
        .startsWith("Compliant; ")
        .contains(", an InstallPlan to update to [eso.v0.12.0] is available for approval, ");
    assertThat(
            message(
                "complianceType: musthave, remediationAction: inform, complianceConfig: {upgradesAvailable: NonCompliant}",
                upgrade))
        .startsWith("NonCompliant; ");
    assertThat(
            message(
                "complianceType: musthave, remediationAction: enforce, versions: [eso.v0.12.0]",
                upgrade))
        .contains(", the InstallPlan for eso.v0.12.0 was approved, ");
    assertThat(
            message(
                "complianceType: musthave, remediationAction: enforce, versions: [eso.v0.11.0]",
                upgrade))
        .contains(
            ", an InstallPlan to update to [eso.v0.12.0] is available for approval but approval for [eso.v0.12.0] is required, ");
  }

  @Test
  void versionsCanBeTemplates() {
    String policy =
        "complianceType: musthave, remediationAction: inform, versions: ['{{ fromConfigMap \"eso\" \"v\" \"all\" }}']";
    String versions =
        "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: v, namespace: eso}, data: {all: '%s'}}\n";
    assertThat(message(policy, INSTALLED + versions.formatted("eso.v0.10.0, eso.v0.11.0")))
        .startsWith("Compliant; ");
    assertThat(message(policy, INSTALLED + versions.formatted("eso.v0.10.0")))
        .contains(", ClusterServiceVersion (eso.v0.11.0) is not an approved version, ");
  }

  @Test
  void whatMustNotBeThereIsRemoved() {
    String group = ", operatorGroup: {name: group, targetNamespaces: [eso]}";
    assertThat(message("complianceType: mustnothave, remediationAction: inform" + group, INSTALLED))
        .isEqualTo(
            "NonCompliant; the policy spec is valid, the OperatorGroup is present, the Subscription"
                + " is present, MustNotHave policies ignore kind InstallPlan, the"
                + " ClusterServiceVersion (eso.v0.11.0) is present, the policy specifies to keep the"
                + " CustomResourceDefinition, MustNotHave policies ignore kind Deployment,"
                + " MustNotHave policies ignore kind CatalogSource");
    assertThat(
            message("complianceType: mustnothave, remediationAction: enforce" + group, INSTALLED))
        .startsWith("Compliant; ")
        .contains(
            "the OperatorGroup was deleted", "the ClusterServiceVersion (eso.v0.11.0) was deleted");
    assertThat(message("complianceType: mustnothave, remediationAction: inform", NAMESPACE))
        .startsWith("Compliant; the policy spec is valid, the OperatorGroup is not present, the");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          namespace: eso|name is required in spec.subscription
          name: a, channel: c, source: s, sourceNamespace: olm|the subscription defaults could not be determined because the PackageManifest was not found
          name: a, namespace: eso, channel: c, source: s, sourceNamespace: olm, installPlanApproval: Manual|installPlanApproval is prohibited in spec.subscription
          name: a, namespace: eso, channel: c, source: s, sourceNamespace: olm, chanel: c|the policy spec.subscription is invalid: json: unknown field "chanel"
          name: a, namespace: E_o, channel: c, source: s, sourceNamespace: olm|the namespace 'E_o' used for the subscription is not a valid namespace identifier
          name: a, namespace: eso|the subscription defaults could not be determined because the PackageManifest was not found
          """)
  void ofAnInvalidPolicyNothingElseIsSaid(String subscription, String words) {
    TemplateVerdict verdict =
        verdict("complianceType: musthave, remediationAction: inform", subscription, NAMESPACE);
    assertThat(verdict.message()).isEqualTo("NonCompliant; " + words);
  }

  @Test
  void aMissingNamespaceIsNotAll() {
    assertThat(
            message(
                "complianceType: musthave, remediationAction: inform",
                NAMESPACE.replace("eso", "x")))
        .startsWith(
            "NonCompliant; the operator namespace ('eso') does not exist, the OperatorGroup required");
  }

  @Test
  void theCatalogSaysWhatThePolicyLeavesOpen() {
    String manifest =
        "---\n{apiVersion: packages.operators.coreos.com/v1, kind: PackageManifest, metadata: {name: external-secrets-operator, namespace: default}, status: {defaultChannel: alpha, catalogSource: catalog, catalogSourceNamespace: olm}}\n";
    String open = "name: external-secrets-operator, namespace: eso";
    String policy = "complianceType: musthave, remediationAction: inform";
    assertThat(verdict(policy, open, INSTALLED + manifest).message()).startsWith("Compliant; ");
    assertThat(verdict(policy, open, INSTALLED).message()).startsWith("Compliant; ");
    assertThat(verdict(policy, open + ", source: other", INSTALLED + manifest).message())
        .endsWith("does not match what was found in the PackageManifest on the cluster");
  }

  @Test
  void whatOnlyTheCatalogKnowsIsUnknown() {
    assertThat(
            verdict(
                    "complianceType: musthave, remediationAction: inform, complianceConfig: {deprecationsPresent: NonCompliant}",
                    SUBSCRIPTION,
                    INSTALLED)
                .state())
        .isEqualTo(VerdictState.UNKNOWN);
  }
}
