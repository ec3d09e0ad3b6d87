package io.openclustermanagement.governance.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.JsonItems;
import io.openclustermanagement.governance.configuration.DryRun;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.policy.PolicyVerdict;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.rego.RegoEngine;
import io.openclustermanagement.governance.rego.RegoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints as upstream judges them, and which objects they are about. */
class GatekeeperTemplatesTest {
  private static final String WEBHOOK =
      "---\n{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingWebhookConfiguration, metadata: {name: gatekeeper-validating-webhook-configuration}, webhooks: [{name: validation.gatekeeper.sh}]}\n";

  private static String constraint(String more, String status) {
    return "{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: K8sRequiredLabels, metadata: {name: owners}, "
        + "spec: {parameters: {labels: [owner]}%s}".formatted(more)
        + (status.isEmpty() ? "" : ", status: " + status)
        + "}\n";
  }

  private static String template(String rego) {
    return "---\n{apiVersion: templates.gatekeeper.sh/v1, kind: ConstraintTemplate, metadata: {name: k8srequiredlabels}, spec: {crd: {spec: {names: {kind: K8sRequiredLabels}}}, targets: [{rego: '%s'}]}}\n"
        .formatted(rego);
  }

  private static TemplateVerdict verdict(Optional<RegoEngine> rego, String objects) {
    return new GatekeeperTemplates(rego)
        .evaluate(Objects.one(constraint("", "")), Objects.cluster(objects));
  }

  private static String message(String objects) {
    return verdict(Optional.empty(), objects).message();
  }

  @Test
  void auditsAreReportedInUpstreamsWords() {
    assertThat(message(constraint("", "{totalViolations: 0}") + WEBHOOK))
        .isEqualTo("Compliant; The constraint has no violations");
    String violations =
        "{totalViolations: 2, violations: ["
            + "{enforcementAction: warn, message: no owner, kind: Pod, namespace: shop, name: web},"
            + "{enforcementAction: warn, message: no team, kind: Namespace, name: shop}]}";
    assertThat(message(constraint(", enforcementAction: warn", violations)))
        .isEqualTo(
            "NonCompliant; warn - no owner (on Pod shop/web); warn - no team (on Namespace shop)");
    assertThat(message(constraint("", "{totalViolations: 1, violations: 7}") + WEBHOOK))
        .isEqualTo("NonCompliant; The constraint status is invalid");
  }

  @Test
  void denyingWithoutTheWebhookIsAViolation() {
    assertThat(message(constraint("", "{totalViolations: 0}")))
        .isEqualTo(
            "NonCompliant; The Gatekeeper validating webhook is disabled but the constraint's"
                + " spec.enforcementAction is deny. The constraint has no violations");
  }

  @Test
  void withoutTheTemplateTheKindIsNotServed() {
    assertThat(message("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}"))
        .isEqualTo(
            "NonCompliant; template-error; Mapping not found, check if the required"
                + " ConstraintTemplate has been deployed: the resource version was not found:"
                + " constraints.gatekeeper.sh/v1beta1, Kind=K8sRequiredLabels");
  }

  @Test
  void resultsOfAnotherVersionOfTheConstraintDoNotCount() {
    TemplateVerdict verdict =
        verdict(
            Optional.empty(),
            constraint("", "{totalViolations: 0}").replace("[owner]", "[other]")
                + template("package x violation[x] { x }"));
    assertThat(verdict.state()).isEqualTo(VerdictState.UNKNOWN);
    assertThat(verdict.message())
        .isEqualTo(
            "No audit has looked at the constraint, and nothing is here that evaluates Rego.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          violation[x] { x }|The Rego of the template declares no package.
          package a\\nviolations[x] { x }|The Rego of the template has no rule `violation`.
          package a\\nviolation[x] { x := data.other.y }|The Rego of the template refers to `data.other`; templates see only `data.inventory` and `data.lib`.
          package a\\nviolation[x] { x := data["other"] }|The Rego of the template refers to `data["`; templates see only `data.inventory` and `data.lib`.
          package a\\nviolation[x] { http.send({"url": "x"}) }|The Rego of the template calls `http.send`, which templates must not.
          """)
  void whatGatekeeperWouldRefuseIsAnError(String rego, String message) {
    RegoEngine none =
        program -> {
          throw new RegoException("not asked");
        };
    TemplateVerdict verdict = verdict(Optional.of(none), template(rego.replace("\\n", "\n\n")));
    assertThat(verdict.message()).isEqualTo(message);
    assertThat(verdict.state()).isEqualTo(VerdictState.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{reviewed: 0, violations: []}",
        "{reviewed: 2, violations: [{review: 7, violation: {msg: x}}]}",
        "{reviewed: 2, violations: [{review: 0, violation: {message: x}}]}"
      })
  void anAnswerThatIsNoneIsAnError(String answer) {
    JsonValue value =
        Objects.one("{apiVersion: v1, kind: A, answer: " + answer + "}").object("answer");
    RegoEngine wrong = program -> input -> value;
    String objects =
        "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n"
            + template("package a\n\nviolation[x] { x }");
    assertThat(verdict(Optional.of(wrong), objects).state()).isEqualTo(VerdictState.ERROR);
  }

  /** Which of some objects a constraint is about, told by an engine that sees them all. */
  private static List<String> matched(String match) {
    List<String> names = new ArrayList<>();
    RegoEngine seeing =
        program ->
            input -> {
              JsonItems.objects(input, "reviews")
                  .forEach(each -> names.add(each.text("name").orElse("")));
              return JsonObject.of(
                  Map.of("reviewed", new JsonInteger(names.size()), "violations", List.of()));
            };
    String objects =
        """
        {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {env: prod}}}
        ---
        {apiVersion: v1, kind: Namespace, metadata: {name: kube-system}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}}
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: kube-system}}
        ---
        {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: role}}
        """;
    JsonObject constraint =
        Objects.one(
            "{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: K8sRequiredLabels, metadata: {name: x}, spec: {match: {%s}}}"
                .formatted(match));
    new PolicyEvaluator(List.of(new GatekeeperTemplates(Optional.of(seeing))))
        .evaluate(
            constraint,
            List.of(Objects.one(template("package a\n\nviolation[x] { x }"))),
            Objects.cluster(objects));
    names.remove("k8srequiredlabels");
    return names.stream().sorted().toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          |api kube-system role shop web
          kinds: [{apiGroups: [""], kinds: [Pod]}]|web
          kinds: [{apiGroups: ["*"], kinds: ["*"]}]|api kube-system role shop web
          kinds: [{apiGroups: [apps]}, {kinds: [Namespace]}]|api kube-system shop
          scope: Namespaced|api web
          scope: Cluster|kube-system role shop
          scope: cluster|api kube-system role shop web
          namespaces: [shop]|role shop web
          namespaces: ["kube-*"]|api kube-system role
          excludedNamespaces: ["*-system"]|role shop web
          excludedNamespaces: ["*e-s*"]|role shop web
          labelSelector: {matchLabels: {app: web}}|web
          labelSelector: {matchExpressions: [{key: app, operator: DoesNotExist}]}|api kube-system role shop
          namespaceSelector: {matchLabels: {env: prod}}|role shop web
          name: "w*"|web
          name: "*ol*"|role
          """)
  void objectsMatchAsGatekeeperHasIt(String match, String names) {
    assertThat(String.join(" ", matched(match == null ? "" : match))).isEqualTo(names);
  }

  @Test
  void labelsOfAnUnknownNamespaceAreNotKnown() {
    RegoEngine content =
        program ->
            input ->
                JsonObject.of(
                    Map.of(
                        "reviewed",
                        JsonItems.objects(input, "reviews").size(),
                        "violations",
                        List.of()));
    JsonObject constraint =
        Objects.one(
            "{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: K8sRequiredLabels, metadata: {name: x}, spec: {match: {kinds: [{kinds: [Pod]}], namespaceSelector: {matchLabels: {env: prod}}}}}");
    TemplateVerdict verdict =
        new GatekeeperTemplates(Optional.of(content))
            .evaluate(
                constraint,
                Objects.cluster(
                    "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}}\n"
                        + template("package a\n\nviolation[x] { x }")));
    assertThat(verdict.state()).isEqualTo(VerdictState.UNKNOWN);
    assertThat(verdict.message()).isEqualTo("The labels of the namespaces shop are not known.");
  }

  /** A policy that brings both: the template is on the cluster when the constraint is judged. */
  @Test
  void aPolicyDeliversTheTemplateOfItsConstraint() {
    String policy =
        """
        apiVersion: policy.open-cluster-management.io/v1
        kind: Policy
        metadata: {name: p, namespace: acme}
        spec:
          disabled: false
          remediationAction: inform
          policy-templates:
          - objectDefinition: %s
          - objectDefinition: %s
        """
            .formatted(
                template("package a\\n\\nviolation[x] { x }").substring(4).strip(),
                constraint("", "").strip());
    RegoEngine content =
        program ->
            input -> {
              return JsonObject.of(
                  Map.of(
                      "reviewed",
                      2,
                      "violations",
                      List.of(Map.of("review", 0, "violation", Map.of("msg", "no owner")))));
            };
    PolicyVerdict verdict =
        PolicyEvaluator.standard(DryRun.NONE, Optional.of(content))
            .evaluate(
                ManifestReader.read(
                        "policy",
                        policy
                            .replace("'package a\\n\\n", "\"package a\\n\\n")
                            .replace("{ x }'", "{ x }\""))
                    .objects(Policy.class)
                    .findFirst()
                    .orElseThrow(),
                Objects.cluster("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}"));
    assertThat(verdict.templates())
        .extracting(TemplateVerdict::message)
        .containsExactly(
            "Compliant; ConstraintTemplate k8srequiredlabels was created successfully",
            "NonCompliant; warn - no owner (on Namespace shop)");
  }

  @Test
  void onlyTwentyViolationsAreListedAsGatekeeperKeepsThem() {
    StringBuilder objects = new StringBuilder(template("package a\n\nviolation[x] { x }"));
    for (int i = 0; i < 30; i++) {
      objects.append(
          "---\n{apiVersion: v1, kind: Namespace, metadata: {name: n%02d}}\n".formatted(i));
    }
    RegoEngine strict =
        program ->
            input -> {
              List<JsonObject> reviews = JsonItems.objects(input, "reviews");
              List<JsonValue> violations = new ArrayList<>();
              for (int i = 0; i < reviews.size(); i++) {
                violations.add(
                    JsonObject.of(
                        Map.of("review", i, "violation", Map.of("msg", "m".repeat(300)))));
              }
              return JsonObject.of(Map.of("reviewed", reviews.size(), "violations", violations));
            };
    TemplateVerdict verdict = verdict(Optional.of(strict), objects.toString());
    assertThat(verdict.message().split("; ")).hasSize(21);
    assertThat(verdict.message()).contains("deny - " + "m".repeat(253) + "... (on ");
    assertThat(verdict.objects()).hasSize(31);
  }
}
