package io.openclustermanagement.governance.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.governance.opa.OpaCommand;
import io.openclustermanagement.governance.opa.OpaOptions;
import io.openclustermanagement.governance.opa.OpaServer;
import io.openclustermanagement.governance.opa.OpaTool;
import io.openclustermanagement.governance.opa.RunningOpa;
import io.openclustermanagement.governance.opa.WasmEngine;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.rego.RegoEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Constraints that are evaluated: by a server and in this process, with the same words. */
class GatekeeperRegoTest {
  private static final String REQUIRED_LABELS =
      """
      apiVersion: templates.gatekeeper.sh/v1
      kind: ConstraintTemplate
      metadata: {name: k8srequiredlabels}
      spec:
        crd: {spec: {names: {kind: K8sRequiredLabels}}}
        targets:
        - target: admission.k8s.gatekeeper.sh
          rego: |
            package k8srequiredlabels

            violation[{"msg": msg, "details": {"missing_labels": missing}}] {
              provided := {label | input.review.object.metadata.labels[label]}
              required := {label | label := input.parameters.labels[_]}
              missing := required - provided
              count(missing) > 0
              msg := sprintf("you must provide labels: %v", [missing])
            }
      """;
  private static final String UNIQUE_HOST =
      """
      apiVersion: templates.gatekeeper.sh/v1
      kind: ConstraintTemplate
      metadata: {name: uniquehost}
      spec:
        crd: {spec: {names: {kind: UniqueHost}}}
        targets:
        - target: admission.k8s.gatekeeper.sh
          code:
          - engine: Rego
            source:
              version: v1
              libs:
              - |
                package lib.hosts
                of(ingress) := {rule.host | some rule in ingress.spec.rules}
              rego: |
                package uniquehost
                import data.lib.hosts

                violation contains {"msg": msg} if {
                  some host in hosts.of(input.review.object)
                  some ns, name
                  other := data.inventory.namespace[ns]["networking.k8s.io/v1"].Ingress[name]
                  other.metadata.name != input.review.name
                  host in hosts.of(other)
                  msg := sprintf("host %q is used by %s/%s, too (%d, %v)", [host, ns, name, 7, {"b": [1.5, true, null], "a": set()}])
                }
      """;

  private static @Nullable RunningOpa running;
  private static List<RegoEngine> engines;

  @BeforeAll
  static void start() throws IOException {
    running = RunningOpa.start(OpaTool.path(), "--v0-compatible");
    engines =
        List.of(
            new OpaServer(running.address(), OpaOptions.DEFAULT),
            new WasmEngine(
                new OpaCommand(OpaTool.path(), Duration.ofSeconds(60)), WasmEngine.Limits.DEFAULT));
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  static List<RegoEngine> engines() {
    return engines;
  }

  private static TemplateVerdict verdict(RegoEngine engine, String constraint, String objects) {
    ClusterState cluster = Objects.cluster(objects);
    return new GatekeeperTemplates(Optional.of(engine))
        .evaluate(
            Objects.one(constraint),
            new ClusterState(
                "c1",
                Optional.empty(),
                cluster
                    .inventory()
                    .with(
                        List.of(
                            new GenericObject(Objects.one(REQUIRED_LABELS)),
                            new GenericObject(Objects.one(UNIQUE_HOST)))),
                cluster.now()));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("engines")
  void constraintsFindTheirObjects(RegoEngine engine) {
    TemplateVerdict verdict =
        verdict(
            engine,
            """
            apiVersion: constraints.gatekeeper.sh/v1beta1
            kind: K8sRequiredLabels
            metadata: {name: owners}
            spec:
              enforcementAction: warn
              match:
                kinds: [{apiGroups: [""], kinds: [Namespace]}]
                excludedNamespaces: [kube-*]
              parameters: {labels: [team, owner]}
            """,
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {owner: ann}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: bank}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: kube-system}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            """);
    assertThat(verdict.state()).as(verdict.message()).isEqualTo(VerdictState.NON_COMPLIANT);
    assertThat(verdict.message())
        .isEqualTo(
            "NonCompliant; warn - you must provide labels: {\"owner\", \"team\"} (on Namespace bank); "
                + "warn - you must provide labels: {\"team\"} (on Namespace shop)");
    assertThat(verdict.objects()).extracting("name").containsExactly("bank", "shop");
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("engines")
  void templatesSeeTheInventoryAndTheirLibraries(RegoEngine engine) {
    TemplateVerdict verdict =
        verdict(
            engine,
            """
            apiVersion: constraints.gatekeeper.sh/v1beta1
            kind: UniqueHost
            metadata: {name: hosts}
            spec:
              match:
                kinds: [{apiGroups: [networking.k8s.io], kinds: [Ingress]}]
                namespaces: [shop]
            """,
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web, namespace: shop}
            spec: {rules: [{host: a.example.com}, {host: b.example.com}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: api, namespace: bank}
            spec: {rules: [{host: b.example.com}]}
            """);
    assertThat(verdict.message())
        .isEqualTo(
            "NonCompliant; deny - host \"b.example.com\" is used by bank/api, too (7, "
                + "{\"a\": set(), \"b\": [1.5, true, null]}) (on Ingress shop/web)");
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("engines")
  void withoutViolationsItIsCompliant(RegoEngine engine) {
    TemplateVerdict verdict =
        verdict(
            engine,
            """
            apiVersion: constraints.gatekeeper.sh/v1beta1
            kind: K8sRequiredLabels
            metadata: {name: owners}
            spec:
              match: {kinds: [{apiGroups: [""], kinds: [Namespace]}]}
              parameters: {labels: [owner]}
            """,
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {owner: ann}}
            """);
    assertThat(verdict.state()).as(verdict.message()).isEqualTo(VerdictState.COMPLIANT);
    assertThat(verdict.message()).isEqualTo("Compliant; The constraint has no violations");
  }
}
