package io.openclustermanagement.governance.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.governance.policy.Remediation;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of replicated policies on a cluster: dependencies, names, errors of templates. */
class ClusterEvaluationTest {

  private static String after(String name, String compliance) {
    return """
        dependencies:
          - {apiVersion: policy.open-cluster-management.io/v1, kind: Policy, name: %s, compliance: %s}
        """
        .formatted(name, compliance)
        .indent(2)
        .strip();
  }

  private static Hub hub() {
    return new Hub().placement("p", "c1");
  }

  private static Hub bind(Hub hub, String... policies) {
    String[] subjects = new String[policies.length];
    for (int i = 0; i < policies.length; i++) {
      subjects[i] = "Policy " + policies[i];
    }
    return hub.binding("b", "p", "", subjects);
  }

  private static TemplateResult only(Hub hub, String policy) {
    return Hub.result(hub.evaluate(), "c1", policy).templates().getFirst();
  }

  @Test
  void aTemplateWaitsForAPolicyThatDoesNotHold() {
    Hub hub = bind(hub().policy("a", "").policy("b", after("a", "Compliant")), "a", "b");
    TemplateResult result = only(hub.namespaces("c1", "b"), "b");
    assertThat(result.verdict().state()).isEqualTo(VerdictState.PENDING);
    assertThat(result.verdict().message())
        .isEqualTo("Pending; Dependencies were not satisfied: 1 is still pending (Policy acme.a)");
    assertThat(result.unmet().getFirst().found()).contains(VerdictState.NON_COMPLIANT);
  }

  @Test
  void severalDependenciesAreStillPending() {
    String both = after("x", "Compliant") + "\n" + after("w", "Compliant").lines().toList().get(1);
    TemplateResult result = only(bind(hub().policy("b", both), "b").namespaces("c1", "b"), "b");
    assertThat(result.verdict().message())
        .isEqualTo(
            "Pending; Dependencies were not satisfied: 2 are still pending"
                + " (Policy acme.x, Policy acme.w)");
    assertThat(result.unmet())
        .extracting(UnmetDependency::reason)
        .containsOnly(UnmetDependency.NOT_FOUND);
  }

  @Test
  void aDependencyCanWantThatAPolicyIsViolated() {
    Hub hub = bind(hub().policy("a", "").policy("b", after("a", "NonCompliant")), "a", "b");
    assertThat(only(hub.namespaces("c1", "b"), "b").verdict().state())
        .isEqualTo(VerdictState.COMPLIANT);
  }

  @Test
  void theCausesOfAPendingLeadToTheRootOfTheTrouble() {
    Hub hub =
        bind(
            hub()
                .policy("a", "")
                .policy("b", after("a", "Compliant"))
                .policy("c", after("b", "Compliant")),
            "a",
            "b",
            "c");
    assertThat(only(hub.namespaces("c1", "b", "c"), "c").unmet().getFirst().chain())
        .extracting(each -> each.object() + " " + each.found().orElseThrow().wireName())
        .containsExactly("Policy acme.b Pending", "Policy acme.a NonCompliant");
  }

  /** Upstream does not look for cycles: they stay Pending for ever and nobody says why. */
  @Test
  void policiesThatWaitForEachOtherStayPendingAndAreNamed() {
    Hub hub =
        bind(
            hub()
                .policy("a", after("b", "Compliant"))
                .policy("b", after("c", "Compliant"))
                .policy("c", after("a", "Compliant")),
            "a",
            "b",
            "c");
    TemplateResult result = only(hub.namespaces("c1", "a", "b", "c"), "a");
    assertThat(result.verdict().state()).isEqualTo(VerdictState.PENDING);
    assertThat(result.unmet().getFirst().cycle())
        .containsExactly("Policy acme.b", "Policy acme.c", "Policy acme.a");
  }

  @Test
  void aPolicyThatWaitsForItselfIsACycle() {
    Hub hub = bind(hub().policy("a", after("a", "Compliant")), "a").namespaces("c1", "a");
    assertThat(only(hub, "a").unmet().getFirst().cycle()).containsExactly("Policy acme.a");
  }

  @Test
  void aLongChainOfDependenciesIsNoProblem() {
    Hub hub = hub().policy("p0", "");
    String[] names = new String[400];
    names[0] = "p0";
    for (int i = 1; i < names.length; i++) {
      names[i] = "p" + i;
      hub.policy(names[i], after(names[i - 1], "Compliant"));
    }
    bind(hub, names).namespaces("c1");
    assertThat(only(hub, "p399").unmet().getFirst().chain()).hasSize(399);
  }

  /** The message starts with Compliant, because that is where the state is read from. */
  @Test
  void ignorePendingCountsAsCompliantAndSaysSo() {
    Hub hub =
        hub()
            .with(
                """
                apiVersion: policy.open-cluster-management.io/v1
                kind: Policy
                metadata: {name: a, namespace: acme}
                spec:
                  disabled: false
                  policy-templates:
                  - ignorePending: true
                    extraDependencies:
                      - {apiVersion: policy.open-cluster-management.io/v1, kind: Policy, name: gone, compliance: Compliant}
                    objectDefinition:
                      apiVersion: policy.open-cluster-management.io/v1
                      kind: ConfigurationPolicy
                      metadata: {name: a}
                      spec: {remediationAction: inform, object-templates: []}
                """);
    TemplateResult result = only(bind(hub, "a").namespaces("c1"), "a");
    assertThat(result.verdict().state()).isEqualTo(VerdictState.COMPLIANT);
    assertThat(result.verdict().message())
        .isEqualTo(
            "Compliant; Dependencies were not satisfied: 1 is still pending (Policy acme.gone)"
                + " but ignorePending is true");
  }

  @Test
  void aClusterWithoutInventoryIsUnknownAndSoIsWhatWaitsThere() {
    Hub hub = bind(hub().policy("a", "").policy("b", after("a", "Compliant")), "a", "b");
    FleetEvaluation evaluation = hub.evaluate();
    assertThat(evaluation.unknownClusters()).containsExactly("c1");
    assertThat(evaluation.policies().values())
        .extracting(PolicyResult::state)
        .containsOnly(VerdictState.UNKNOWN);
    assertThat(evaluation.policies().values())
        .extracting(each -> each.status().compliant())
        .containsOnlyNulls();
  }

  /** Upstream leaves such clusters out and calls the set Compliant as soon as one cluster is. */
  @Test
  void aSetIsUnknownWhileOneOfItsClustersIs() {
    Hub hub =
        new Hub()
            .policy("a", "")
            .set("s", "{policies: [a]}")
            .placement("p", "c1", "c2")
            .binding("b", "p", "", "PolicySet s")
            .namespaces("c1", "a");
    PolicySetResult set = hub.evaluate().policySets().getFirst();
    assertThat(set.state()).isEqualTo(VerdictState.UNKNOWN);
    assertThat(set.status().compliant()).isNull();
    assertThat(set.status().statusMessage())
        .isEqualTo("No status provided while awaiting policy status: a");
  }

  @Test
  void aSetSaysWhatKeepsItFromBeingCompliant() {
    Hub hub =
        new Hub()
            .policy("a", "")
            .policy("b", after("a", "Compliant"))
            .set("s", "{policies: [a, b, gone]}")
            .placement("p", "c1")
            .binding("b", "p", "", "PolicySet s")
            .namespaces("c1", "b");
    assertThat(hub.evaluate().policySets().getFirst().status().statusMessage())
        .isEqualTo("Policies awaiting pending dependencies: b; Deleted policies: gone");
  }

  private static Hub templates(String... names) {
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: policy.open-cluster-management.io/v1
            kind: Policy
            metadata: {name: a, namespace: acme}
            spec:
              disabled: false
              policy-templates:
            """);
    for (String name : names) {
      yaml.append(
          """
            - objectDefinition:
                apiVersion: policy.open-cluster-management.io/v1
                kind: ConfigurationPolicy
                metadata: {name: %s}
                spec: {remediationAction: inform, object-templates: []}
          """
              .formatted(name));
    }
    return hub().with(yaml.toString());
  }

  private static List<String> messages(Hub hub, String policy) {
    return Hub.result(hub.evaluate(), "c1", policy).templates().stream()
        .map(each -> each.verdict().message())
        .toList();
  }

  @Test
  void twoTemplatesOfTheSameNameInAPolicyAreErrors() {
    assertThat(messages(bind(templates("one", "one"), "a").namespaces("c1"), "a"))
        .containsOnly(
            "NonCompliant; template-error; All policy-template names must be unique within a"
                + " policy");
  }

  @Test
  void ofTwoPoliciesWithATemplateOfTheSameNameTheFirstHasIt() {
    Hub hub = bind(templates("b").policy("b", ""), "a", "b").namespaces("c1", "b");
    assertThat(messages(hub, "a").getFirst()).startsWith("Compliant; ");
    assertThat(messages(hub, "b"))
        .containsExactly(
            "NonCompliant; template-error; Template name must be unique. Policy template with"
                + " kind: ConfigurationPolicy name: b already exists in policy acme.a");
  }

  @Test
  void theObjectOnTheClusterSaysWhichPolicyHasTheName() {
    Hub hub =
        bind(templates("b").policy("b", ""), "a", "b")
            .inventory(
                "c1",
                """
                apiVersion: policy.open-cluster-management.io/v1
                kind: ConfigurationPolicy
                metadata:
                  name: b
                  namespace: c1
                  ownerReferences: [{apiVersion: policy.open-cluster-management.io/v1, kind: Policy, name: acme.b, uid: u}]
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: b}}
                """);
    assertThat(messages(hub, "b").getFirst()).startsWith("Compliant; ");
    assertThat(messages(hub, "a").getFirst()).endsWith("already exists in policy acme.b");
  }

  @Test
  void aTemplateOfTheNameOfAFreeStandingPolicyIsAnError() {
    Hub hub =
        bind(hub().policy("a", ""), "a")
            .inventory(
                "c1",
                """
                apiVersion: policy.open-cluster-management.io/v1
                kind: ConfigurationPolicy
                metadata: {name: a, namespace: c1}
                """);
    assertThat(messages(hub, "a").getFirst()).endsWith("already exists outside of a Policy");
  }

  @Test
  void informonlyIsNotRaised() {
    Hub hub =
        hub()
            .with(
                """
                apiVersion: policy.open-cluster-management.io/v1
                kind: Policy
                metadata: {name: a, namespace: acme}
                spec:
                  disabled: false
                  remediationAction: enforce
                  policy-templates:
                  - objectDefinition:
                      apiVersion: policy.open-cluster-management.io/v1
                      kind: ConfigurationPolicy
                      metadata: {name: a}
                      spec:
                        remediationAction: informonly
                        object-templates:
                        - complianceType: musthave
                          objectDefinition: {apiVersion: v1, kind: Namespace, metadata: {name: x}}
                """);
    TemplateResult result = only(bind(hub, "a").namespaces("c1"), "a");
    assertThat(result.remediation()).isEqualTo(new Remediation("inform", "template"));
    assertThat(result.verdict().state()).isEqualTo(VerdictState.NON_COMPLIANT);
  }

  private static Hub hubTemplate(String value) {
    return hub()
        .with(
            """
            apiVersion: cluster.open-cluster-management.io/v1
            kind: ManagedCluster
            metadata: {name: c1, labels: {region: eu}}
            ---
            apiVersion: policy.open-cluster-management.io/v1
            kind: Policy
            metadata: {name: a, namespace: acme}
            spec:
              disabled: false
              policy-templates:
              - objectDefinition:
                  apiVersion: policy.open-cluster-management.io/v1
                  kind: ConfigurationPolicy
                  metadata: {name: a}
                  spec:
                    remediationAction: inform
                    object-templates:
                    - complianceType: musthave
                      objectDefinition:
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: web, namespace: default}
                        spec: {template: {metadata: {labels: {set: '%s'}}}}
            """
                .formatted(value));
  }

  private static String deployment(String label) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: default}
        spec: {template: {metadata: {labels: {set: %s}}}}
        """
        .formatted(label);
  }

  @Test
  void hubTemplatesAreResolvedForEachCluster() {
    Hub hub =
        bind(
                hubTemplate(
                    "{{hub .ManagedClusterName hub}}-{{hub .ManagedClusterLabels.region hub}}"),
                "a")
            .inventory("c1", deployment("c1-eu"));
    assertThat(only(hub, "a").verdict().state()).isEqualTo(VerdictState.COMPLIANT);
  }

  @Test
  void whatHubTemplatesReadIsRestrictedToTheNamespaceOfThePolicyAndTheCluster() {
    Hub other = bind(hubTemplate("{{hub fromConfigMap \"ops\" \"c\" \"k\" hub}}"), "a");
    assertThat(messages(other.namespaces("c1"), "a").getFirst())
        .startsWith("NonCompliant; template-error; ")
        .contains("the namespace argument is restricted to acme");
    String lookup = "{{hub (lookup \"v1\" \"Node\" \"\" \"n\").kind hub}}";
    assertThat(messages(bind(hubTemplate(lookup), "a").namespaces("c1"), "a").getFirst())
        .contains("lookup of cluster-scoped resource 'Node/n' is not allowed");
  }

  @Test
  void whatAHubTemplateReadFromASecretIsNotShown() {
    Hub hub =
        bind(hubTemplate("{{hub fromSecret \"acme\" \"s\" \"k\" hub}}"), "a")
            .with(
                "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: acme}, data: {k: aHVudGVyMg==}}")
            .inventory("c1", deployment("other"));
    TemplateResult result = only(hub, "a");
    assertThat(result.verdict().state()).isEqualTo(VerdictState.NON_COMPLIANT);
    assertThat(result.verdict().toString()).doesNotContain("hunter2").doesNotContain("aHVudGVyMg");
  }
}
