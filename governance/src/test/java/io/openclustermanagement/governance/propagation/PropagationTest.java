package io.openclustermanagement.governance.propagation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.policy.ComplianceState;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.api.policy.PolicyPlacement;
import io.openclustermanagement.api.policy.RemainingBinding;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.governance.policy.Remediation;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which policy reaches which cluster, and as what. */
class PropagationTest {

  private static Hub bound(String spec) {
    return new Hub().policy("a", spec).placement("p", "c1", "c2").binding("b", "p", "", "Policy a");
  }

  private static List<String> clusters(Hub hub, String policy) {
    return List.copyOf(distribution(hub, new HubName("acme", policy)).assignments().keySet());
  }

  private static Distribution distribution(Hub hub, HubName policy) {
    return requireNonNull(
        Propagation.of(hub.snapshot(), Hub.NOW).distributions().get(policy), "no such policy");
  }

  private static PolicyResult resultOfA(Hub hub) {
    return requireNonNull(
        hub.evaluate().policies().get(new HubName("acme", "a")), "no such policy");
  }

  @Test
  void aBindingPutsAPolicyOnTheClustersOfItsPlacement() {
    assertThat(clusters(bound(""), "a")).containsExactly("c1", "c2");
  }

  @Test
  void theReplicaHasTheNameTheLabelsAndTheAnnotationOfThePropagator() {
    Policy policy = bound("").replica("c1", "a").policy();
    assertThat(policy.metadata().namespace()).isEqualTo("c1");
    assertThat(policy.metadata().name()).isEqualTo("acme.a");
    assertThat(policy.metadata().labels())
        .containsEntry("policy.open-cluster-management.io/cluster-name", "c1")
        .containsEntry("policy.open-cluster-management.io/cluster-namespace", "c1")
        .containsEntry("policy.open-cluster-management.io/root-policy", "acme.a");
    assertThat(policy.metadata().annotations())
        .containsEntry("argocd.argoproj.io/compare-options", "IgnoreExtraneous");
  }

  private static Hub withMetadata(String spec) {
    return new Hub()
        .with(
            """
            apiVersion: policy.open-cluster-management.io/v1
            kind: Policy
            metadata:
              name: a
              namespace: acme
              finalizers: [acme/keep]
              labels: {team: web, policy.open-cluster-management.io/tier: gold}
              annotations: {note: mine, policy.open-cluster-management.io/controls: CM-2}
            spec: {disabled: false, %s policy-templates: []}
            """
                .formatted(spec))
        .placement("p", "c1")
        .binding("b", "p", "", "Policy a");
  }

  @Test
  void labelsAndAnnotationsAreCopiedAndFinalizersAreNot() {
    Policy policy = withMetadata("").replica("c1", "a").policy();
    assertThat(policy.metadata().labels()).containsEntry("team", "web");
    assertThat(policy.metadata().annotations()).containsEntry("note", "mine");
    assertThat(policy.metadata().finalizers()).isEmpty();
  }

  @Test
  void copyPolicyMetadataFalseLeavesOnlyTheKeysOfThePolicyGroup() {
    Policy policy = withMetadata("copyPolicyMetadata: false,").replica("c1", "a").policy();
    assertThat(policy.metadata().labels())
        .doesNotContainKey("team")
        .containsEntry("policy.open-cluster-management.io/tier", "gold");
    assertThat(policy.metadata().annotations())
        .doesNotContainKey("note")
        .containsEntry("policy.open-cluster-management.io/controls", "CM-2")
        .containsEntry("argocd.argoproj.io/compare-options", "IgnoreExtraneous");
  }

  @Test
  void aDisabledPolicyReachesNoClusterAndHasNoState() {
    Hub hub =
        new Hub()
            .with(
                """
                apiVersion: policy.open-cluster-management.io/v1
                kind: Policy
                metadata: {name: a, namespace: acme}
                spec: {disabled: true, policy-templates: []}
                """)
            .placement("p", "c1")
            .binding("b", "p", "", "Policy a");
    PolicyResult result = resultOfA(hub);
    assertThat(result.clusters()).isEmpty();
    assertThat(result.status().compliant()).isNull();
    assertThat(result.status().placement())
        .extracting(PolicyPlacement::placementBinding)
        .containsExactly("b");
  }

  @Test
  void aSetBringsItsPolicies() {
    Hub hub =
        new Hub()
            .policy("a", "")
            .set("s", "{policies: [a]}")
            .placement("p", "c1")
            .binding("b", "p", "", "PolicySet s");
    assertThat(clusters(hub, "a")).containsExactly("c1");
    assertThat(resultOfA(hub).status().placement())
        .extracting(PolicyPlacement::policySet)
        .containsExactly("s");
  }

  @Test
  void aBindingDoesNotReachAcrossNamespaces() {
    Hub hub =
        bound("")
            .with(
                """
                apiVersion: policy.open-cluster-management.io/v1
                kind: Policy
                metadata: {name: a, namespace: other}
                spec: {disabled: false, policy-templates: []}
                """);
    assertThat(distribution(hub, new HubName("other", "a")).assignments()).isEmpty();
  }

  private static Hub restricted() {
    return bound("remediationAction: inform")
        .placement("canary", "c2", "c3")
        .binding(
            "raise",
            "canary",
            "subFilter: restricted\nbindingOverrides: {remediationAction: enforce}",
            "Policy a");
  }

  @Test
  void aRestrictedBindingRaisesTheRemediationWhereOthersPutThePolicy() {
    assertThat(restricted().replica("c1", "a").policy().spec().remediationAction())
        .isEqualTo(RemediationAction.INFORM);
    assertThat(restricted().replica("c2", "a").policy().spec().remediationAction())
        .isEqualTo(RemediationAction.ENFORCE);
    assertThat(Hub.result(restricted().evaluate(), "c2", "a").remediation())
        .isEqualTo(new Remediation("enforce", "binding raise"));
  }

  /** Upstream lists such clusters without a state, so that the policy stays unknown for ever. */
  @Test
  void aClusterOfWhichOnlyARestrictedBindingSpeaksHasNoPartInTheState() {
    Hub hub = restricted().namespaces("c1", "a").namespaces("c2", "a");
    PolicyResult result = resultOfA(hub);
    assertThat(result.state()).isEqualTo(VerdictState.COMPLIANT);
    assertThat(result.status().status()).hasSize(2);
    assertThat(result.distribution().restrictedOnly()).containsExactly("c3");
  }

  @Test
  void aRestrictedBindingThatMeetsNoOtherIsNotAPlacementOfThePolicy() {
    Hub hub =
        bound("").placement("far", "c9").binding("far", "far", "subFilter: restricted", "Policy a");
    assertThat(resultOfA(hub).status().placement())
        .extracting(PolicyPlacement::placementBinding)
        .containsExactly("b");
  }

  @Test
  void anOverrideCannotLowerWhatThePolicySays() {
    Hub hub =
        bound("remediationAction: Enforce")
            .binding("raise", "p", "bindingOverrides: {remediationAction: enforce}", "Policy a");
    assertThat(hub.replica("c1", "a").policy().spec().remediationAction())
        .isEqualTo(RemediationAction.ENFORCE_CAPITALIZED);
    assertThat(Hub.result(hub.evaluate(), "c1", "a").remediation())
        .isEqualTo(new Remediation("enforce", "policy"));
  }

  private static Hub excluding() {
    return new Hub()
        .policy("a", "")
        .set(
            "s",
            "{policies: [a], exclusions: [{policyName: a, reason: old, clusterNames: [c2, c9]}]}")
        .placement("p", "c1", "c2")
        .binding("b", "p", "", "PolicySet s");
  }

  @Test
  void aSetDoesNotBringAPolicyToTheClustersThatItExcludes() {
    assertThat(clusters(excluding(), "a")).containsExactly("c1");
    PolicySetResult set = excluding().namespaces("c1", "a").evaluate().policySets().getFirst();
    assertThat(set.status().compliant()).isEqualTo(ComplianceState.COMPLIANT);
    assertThat(set.status().statusMessage())
        .isEqualTo(
            "All policies are reporting status; One or more policies were excluded. For details,"
                + " see status.exclusions.");
    assertThat(set.status().exclusions().getFirst().clusters()).containsExactly("c2");
  }

  @Test
  void anExcludedClusterThatAnotherBindingReachesGetsThePolicyAndSaysThroughWhat() {
    Hub hub = excluding().binding("direct", "p", "", "Policy a");
    assertThat(clusters(hub, "a")).containsExactly("c1", "c2");
    assertThat(resultOfA(hub).status().status().getLast().remainingBindings())
        .containsExactly(new RemainingBinding("direct"));
  }

  @Test
  void exclusionsDoNotCountInABindingThatNamesThePolicyItself() {
    Hub hub = excluding().binding("both", "p", "", "PolicySet s", "Policy a");
    assertThat(clusters(hub, "a")).containsExactly("c1", "c2");
  }

  @Test
  void dependenciesAreRewrittenForClusters() {
    Hub hub =
        bound(
                """
                dependencies:
                  - {apiVersion: policy.open-cluster-management.io/v1, kind: Policy, name: x, compliance: Compliant}
                  - {apiVersion: policy.open-cluster-management.io/v1, kind: Policy, name: w, namespace: ops, compliance: Compliant}
                  - {apiVersion: policy.open-cluster-management.io/v1, kind: Policy, name: ops.z, compliance: Compliant}
                  - {apiVersion: policy.open-cluster-management.io/v1beta1, kind: PolicySet, name: s, compliance: Pending}
                  - {apiVersion: policy.open-cluster-management.io/v1beta1, kind: PolicySet, name: gone, compliance: Compliant}
                """)
            .set("s", "{policies: [m1, m2]}");
    assertThat(hub.replica("c1", "a").policy().spec().dependencies())
        .extracting(each -> each.kind() + " " + each.name() + " " + each.compliance().wireName())
        .containsExactly(
            "Policy acme.x Compliant",
            "Policy ops.w Compliant",
            "Policy ops.z Compliant",
            "Policy acme.m1 Pending",
            "Policy acme.m2 Pending",
            "PolicySet gone Compliant");
    assertThat(hub.replica("c1", "a").policy().spec().dependencies())
        .extracting(PolicyDependency::namespace)
        .containsExactly(null, null, null, null, null, "acme");
  }

  @Test
  void aBindingThatLeadsNowhereIsALooseEnd() {
    Hub hub =
        new Hub()
            .policy("a", "")
            .binding("b", "nowhere", "", "Policy a", "PolicySet s", "Policy x");
    assertThat(hub.evaluate().looseEnds())
        .extracting(LooseEnd::problem)
        .containsExactly(
            "There is no Placement `acme/nowhere`.",
            "There is no PolicySet `acme/s`.",
            "There is no Policy `acme/x`.");
  }
}
