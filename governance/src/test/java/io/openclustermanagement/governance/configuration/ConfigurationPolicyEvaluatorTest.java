package io.openclustermanagement.governance.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.policy.ComplianceState;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.Inventory;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of template is about, and the words for it. */
class ConfigurationPolicyEvaluatorTest {

  private static final String PODS =
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {team: x}}}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: b}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: a, labels: {app: web}}, spec: {nodeName: n1}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: q, namespace: a, labels: {app: web}}, spec: {nodeName: n2}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: b}, spec: {nodeName: n1}}
      """;

  private static ConfigurationPolicyResult evaluate(String spec, String objects) {
    String policy =
        "{apiVersion: policy.open-cluster-management.io/v1, kind: ConfigurationPolicy,"
            + " metadata: {name: cp}, spec: {"
            + spec
            + "}}";
    ConfigurationPolicy read =
        ManifestReader.read("policy", policy)
            .objects(ConfigurationPolicy.class)
            .findFirst()
            .orElseThrow();
    List<GenericObject> all =
        ManifestReader.read("objects", objects).documents().stream()
            .map(each -> (GenericObject) each.object())
            .toList();
    Inventory inventory = Inventory.of(all, KubernetesSchemas.builtIn());
    return new ConfigurationPolicyEvaluator(inventory).evaluate(read);
  }

  private static String template(String type, String metadata, String rest) {
    return "object-templates: [{complianceType: %s, objectDefinition: {apiVersion: v1, kind: Pod, metadata: {%s}%s}}]"
        .formatted(type, metadata, rest.isEmpty() ? "" : ", " + rest);
  }

  private static String message(String spec) {
    return evaluate("remediationAction: inform, " + spec, PODS).message();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          musthave     | name: p, namespace: a | spec: {nodeName: n1} | Compliant; notification - pods [p] found as specified in namespace a
          musthave     | name: p, namespace: a | spec: {nodeName: n9} | NonCompliant; violation - pods [p] found but not as specified in namespace a
          musthave     | name: x, namespace: a | spec: {nodeName: n1} | NonCompliant; violation - pods [x] not found in namespace a
          mustonlyhave | name: p, namespace: a | spec: {nodeName: n1} | Compliant; notification - pods [p] found as specified in namespace a
          mustonlyhave | name: p, namespace: a | spec: {}             | NonCompliant; violation - pods [p] found but not as specified in namespace a
          mustnothave  | name: x, namespace: a | spec: {nodeName: n1} | Compliant; notification - pods [x] missing as expected in namespace a
          musthave     | namespace: a          | spec: {nodeName: n1} | Compliant; notification - pods [p] found as specified in namespace a
          musthave     | namespace: a          | spec: {}             | Compliant; notification - pods [p, q] found as specified in namespace a
          musthave     | namespace: a          | spec: {nodeName: n9} | NonCompliant; violation - pods found but not as specified in namespace a
          musthave     | namespace: c          | spec: {nodeName: n9} | NonCompliant; violation - pods not found in namespace c
          mustnothave  | namespace: a          | spec: {nodeName: n9} | Compliant; notification - pods missing as expected in namespace a
          mustnothave  | namespace: a          | spec: {nodeName: n1} | NonCompliant; violation - pods [p] found in namespace a
          """)
  void namedAndUnnamedTemplates(String type, String metadata, String rest, String message) {
    assertThat(message(template(type, metadata, rest))).isEqualTo(message);
  }

  @Test
  void quirkANamedForbiddenObjectIsForbiddenWhateverItHas() {
    assertThat(message(template("mustnothave", "name: p, namespace: a", "spec: {nodeName: n9}")))
        .isEqualTo("NonCompliant; violation - pods [p] found in namespace a");
  }

  @Test
  void namespacesAreSelectedByPatternsAndLabels() {
    String template = template("musthave", "name: p", "");

    assertThat(message("namespaceSelector: {include: ['*'], exclude: [default]}, " + template))
        .isEqualTo("Compliant; notification - pods [p] found as specified in namespaces: a, b");
    assertThat(message("namespaceSelector: {matchLabels: {team: x}}, " + template))
        .isEqualTo("Compliant; notification - pods [p] found as specified in namespace a");
    assertThat(message("namespaceSelector: {include: ['[a']}, " + template))
        .startsWith(
            "NonCompliant; violation - Error filtering namespaces with provided namespaceSelector:");
  }

  @Test
  void oneViolationHidesWhatIsWell() {
    assertThat(
            message("namespaceSelector: {include: [a, b]}, " + template("musthave", "name: q", "")))
        .isEqualTo("NonCompliant; violation - pods [q] not found in namespace b");
  }

  @Test
  void aNamespacedObjectNeedsANamespace() {
    assertThat(message(template("musthave", "name: p", "")))
        .isEqualTo(
            "NonCompliant; violation - namespaced object p of kind Pod has no namespace specified"
                + " from the policy namespaceSelector nor the object metadata");
  }

  @Test
  void objectsAreSelectedByTheirLabels() {
    String template =
        "object-templates: [{complianceType: %s, objectSelector: {matchLabels: {app: %s}},"
            + " objectDefinition: {apiVersion: v1, kind: Pod, metadata: {namespace: a}, spec: {nodeName: n1}}}]";

    assertThat(message(template.formatted("musthave", "web")))
        .isEqualTo("NonCompliant; violation - pods [q] found but not as specified in namespace a");
    assertThat(message(template.formatted("mustnothave", "web")))
        .isEqualTo("NonCompliant; violation - pods [p] found in namespace a");
  }

  @Test
  void quirkNoObjectWithTheLabelsIsCompliant() {
    assertThat(
            message(
                "object-templates: [{complianceType: musthave, objectSelector: {matchLabels: {app: none}},"
                    + " objectDefinition: {apiVersion: v1, kind: Pod, metadata: {namespace: a}}}]"))
        .isEqualTo(
            "Compliant; notification - No objects of kind Pod were matched from the policy"
                + " objectSelector");
  }

  @Test
  void anUnknownKindIsNamed() {
    assertThat(
            message(
                "object-templates: [{complianceType: musthave, objectDefinition: {apiVersion: x.example/v1, kind: Thing}}]"))
        .isEqualTo(
            "NonCompliant; violation - couldn't find mapping resource with kind Thing in API version"
                + " x.example/v1, please check if you have CRD deployed");
  }

  @Test
  void aKindWithoutSchemaIsKnownByItsObjects() {
    ConfigurationPolicyResult result =
        evaluate(
            "remediationAction: inform, object-templates: [{complianceType: musthave, objectDefinition:"
                + " {apiVersion: x.example/v1, kind: Policy, metadata: {name: p}}}]",
            "{apiVersion: x.example/v1, kind: Policy, metadata: {name: p}}");

    assertThat(result.message())
        .isEqualTo("Compliant; notification - policies [p] found as specified");
  }

  @Test
  void enforcementIsToldInStages() {
    assertThat(
            evaluate(
                    "remediationAction: enforce, "
                        + template("musthave", "name: x, namespace: a", ""),
                    PODS)
                .history())
        .containsExactly(
            "NonCompliant; violation - pods [x] not found in namespace a",
            "Compliant; notification - pods [x] was created successfully in namespace a");
    assertThat(
            evaluate(
                    "remediationAction: enforce, "
                        + template("musthave", "name: p, namespace: a", "spec: {nodeName: n9}"),
                    PODS)
                .history())
        .containsExactly(
            "NonCompliant; violation - pods [p] found but not as specified in namespace a",
            "Compliant; notification - pods [p] was updated successfully in namespace a");
    assertThat(
            evaluate(
                    "remediationAction: enforce, "
                        + template("mustnothave", "name: p, namespace: a", ""),
                    PODS)
                .history())
        .containsExactly(
            "Compliant; notification - pods [p] was deleted successfully in namespace a");
  }

  @Test
  void quirkAnUnnamedTemplateIsNeverEnforced() {
    assertThat(
            evaluate(
                    "remediationAction: enforce, "
                        + template("mustnothave", "namespace: a", "spec: {nodeName: n1}"),
                    PODS)
                .history())
        .containsExactly("NonCompliant; violation - pods [p] found in namespace a");
  }

  @Test
  void aPolicyWithoutTemplatesHasNoViolations() {
    ConfigurationPolicyResult result =
        evaluate("remediationAction: inform, object-templates: []", PODS);

    assertThat(result.compliant()).contains(ComplianceState.COMPLIANT);
    assertThat(result.message())
        .isEqualTo(
            "Compliant; notification - cp contains no object templates to check, and thus has no"
                + " violations");
  }

  @Test
  void aPolicyThatIsNotEvaluatedAgainSaysSo() {
    assertThat(
            message(
                "evaluationInterval: {compliant: never}, "
                    + template("musthave", "name: p, namespace: a", "")))
        .endsWith(
            "in namespace a. This policy will not be evaluated again due to"
                + " spec.evaluationInterval.compliant being set to \"never\".");
  }

  @Test
  void aMessageIsCutAtItsLimit() {
    String names =
        String.join(
            "\n---\n",
            java.util.stream.IntStream.range(100, 700)
                .mapToObj(
                    i ->
                        "{apiVersion: v1, kind: Pod, metadata: {name: pod-%d, namespace: a}}"
                            .formatted(i))
                .toList());

    String message =
        evaluate("remediationAction: inform, " + template("mustnothave", "namespace: a", ""), names)
            .message();

    assertThat(message).hasSize(4096).endsWith("...[truncated]");
  }

  @Test
  void theDifferenceIsShownUnlessTheKindIsSensitive() {
    ConfigurationPolicyResult pod =
        evaluate(
            "remediationAction: inform, "
                + template("musthave", "name: p, namespace: a", "spec: {nodeName: n9}"),
            PODS);
    ConfigurationPolicyResult secret =
        evaluate(
            "remediationAction: inform, object-templates: [{complianceType: musthave, objectDefinition:"
                + " {apiVersion: v1, kind: Secret, metadata: {name: s, namespace: a}, type: Other}}]",
            "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: a}, type: Opaque}");

    assertThat(pod.relatedObjects().getFirst().diff())
        .isEqualTo(
            """
            --- a/p : existing
            +++ a/p : updated
            @@ -4,6 +4,6 @@
               labels:
                 app: web
               name: p
               namespace: a
             spec:
            -  nodeName: n1
            +  nodeName: n9""");
    assertThat(secret.relatedObjects().getFirst().diff())
        .startsWith("# The difference is redacted because it contains sensitive data.");
  }

  @Test
  void noValueOfASecretLeaves() {
    ConfigurationPolicyResult result =
        evaluate(
            "remediationAction: inform, object-templates: [{complianceType: musthave, objectDefinition:"
                + " {apiVersion: v1, kind: Secret, metadata: {name: s, namespace: a}, stringData: {k: planted}}}]",
            "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: a}, data: {k: c3Rvcm1z}}");

    assertThat(result.toString()).doesNotContain("planted", "c3Rvcm1z", "storms");
    assertThat(result.relatedObjects().getFirst().differences()).hasSize(1);
  }

  @Test
  void anObjectThatOnlyLacksAFieldMayMatchAfterDefaulting() {
    ObjectResult lacking =
        evaluate(
                "remediationAction: inform, "
                    + template(
                        "musthave", "name: p, namespace: a", "spec: {restartPolicy: Always}"),
                PODS)
            .relatedObjects()
            .getFirst();

    assertThat(lacking.compliant()).isFalse();
    assertThat(lacking.mayMatchAfterDefaulting()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '{{ .DefaultMessage }}, see {{ .Policy.metadata.name | upper }}' | NonCompliant; violation - pods [x] not found in namespace a, see CP
          '{{ (index .Policy.status.relatedObjects 0).object.metadata.name }}' | NonCompliant; x
          '{{ .Policy.status.compliant }}' | NonCompliant; NonCompliant
          '{{ .DefaultMessage' | NonCompliant; violation - pods [x] not found in namespace a; (failure processing the custom message: failed to parse custom template: template: custom-msg:1: unclosed action)
          """)
  void aPolicyCanSayItInItsOwnWords(String template, String message) {
    String spec = template("musthave", "name: x, namespace: a", "");
    assertThat(message("customMessage: {noncompliant: \"" + template + "\"}, " + spec))
        .isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '{{ define \\"t\\" }}{{ template \\"t\\" }}{{ end }}{{ template \\"t\\" }}' | exceeded maximum template depth
          '{{ range until 1000000 }}{{ range until 1000000 }}x{{ end }}{{ end }}'                | the output is longer than
          '{{ repeat 100000000 \\"x\\" }}'                                                   | steps
          '{{ regexMatch \\"(a+)+$\\" (repeat 60000 \\"a\\") }}'                         | found but not as specified
          """)
  void noTemplateTakesForEver(String template, String words) {
    String spec = "spec: {nodeName: \"" + template + "\"}";
    assertThat(message(template("musthave", "name: p, namespace: a", spec))).contains(words);
  }

  @Test
  void aYamlBombIsRefused() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\\n");
    for (int i = 1; i < 9; i++) {
      String last = "*a" + (i - 1);
      yaml.append(
          "a%d: &a%d [%s]\\n".formatted(i, i, String.join(", ", Collections.nCopies(9, last))));
    }
    assertThat(message("object-templates-raw: \"" + yaml + "\"")).contains("excessive aliasing");
  }

  @Test
  void whatIsWantedNeedsAKind() {
    assertThat(
            message(
                "object-templates: [{complianceType: musthave, objectDefinition: {metadata: {name: x}}}]"))
        .contains("The kind and apiVersion fields are required on the object template at index 0");
  }

  @Test
  void rawTemplatesThatGiveNothingAskForNothing() {
    assertThat(message("object-templates-raw: \"{{ if false }}x{{ end }}\""))
        .isEqualTo(
            "Compliant; notification - cp contains no object templates to check, and thus has no violations");
  }
}
