package io.openclustermanagement.governance.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on the objects of a cluster, and the words for what they find. */
class RuleTemplatesTest {
  private static final String OBJECTS =
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {team: x}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: a, labels: {vendor: t}},
       spec: {hostNetwork: true, nodeName: null, containers: [{name: c, image: x}, {name: d, image: x@y}]}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: q, namespace: b},
       spec: {containers: [{name: c, image: x@y}]}}
      ---
      {apiVersion: v1, kind: Node, metadata: {name: n}, spec: {unschedulable: true}}
      """;

  private static final String PODS = "match: [{apiVersion: v1, kind: Pod}]";
  private static final String HOST_NETWORK =
      PODS
          + """
          , validation: {denyExpression: "object.?spec.?hostNetwork.orValue(false)",
            messageExpression: "object.metadata.name + ' is on the network of its node'"}\
          """;
  private static final String FIXED = HOST_NETWORK + ", fix: {spec: {hostNetwork: null}}";

  private final RuleTemplates rules = new RuleTemplates();

  private static JsonObject template(String spec) {
    String text =
        """
        {apiVersion: rules.open-cluster-management.io/v1alpha1, kind: RulePolicy,
         metadata: {name: r}, spec: {%s}}
        """
            .formatted(
                spec.contains("remediationAction") ? spec : "remediationAction: inform, " + spec);
    return ((GenericObject)
            ManifestReader.readGeneric("rule", text).documents().getFirst().object())
        .content();
  }

  private static ClusterState cluster(String objects, String now) {
    List<GenericObject> all =
        ManifestReader.read("objects", objects).documents().stream()
            .map(each -> (GenericObject) each.object())
            .toList();
    ManagedCluster resource =
        new ManagedCluster(ObjectMeta.of(null, "eu-1", Map.of("tier", "edge")), null, null);
    return new ClusterState(
        "eu-1",
        Optional.of(resource),
        Inventory.of(all, KubernetesSchemas.builtIn()),
        Instant.parse(now));
  }

  private TemplateVerdict verdict(String spec) {
    return rules.evaluate(template(spec), cluster(OBJECTS, "2026-11-01T00:00:00Z"));
  }

  private static String denying(String expression) {
    return "validation: {denyExpression: \"%s\", messageExpression: \"'no'\"}"
        .formatted(expression);
  }

  @Test
  void oneViolationForEachElement() {
    TemplateVerdict verdict =
        verdict(
            PODS
                + """
                , params: {sign: "@"}, variables: [{name: all, expression: object.spec.containers}],
                validation: {forEach: {variable: c, expression: variables.all},
                denyExpression: "!c.image.contains(params.sign)",
                messageExpression: "'container ' + c.name + ' runs ' + c.image"}
                """);
    assertThat(verdict.state()).isEqualTo(VerdictState.NON_COMPLIANT);
    assertThat(verdict.message()).isEqualTo("NonCompliant; violation - container c runs x");
    assertThat(verdict.objects())
        .extracting(ObjectResult::name, ObjectResult::compliant, ObjectResult::reason)
        .containsExactly(tuple("p", false, "container c runs x"), tuple("q", true, "No violation"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          has(object.spec.nodeName)                 | Compliant; notification - 2 pods examined, 0 violations
          object.metadata.namespace == 'b'          | NonCompliant; violation - no
          """)
  void aNullFieldIsNotThereAndTheStateComesFirst(String denied, String message) {
    assertThat(verdict(PODS + ", " + denying(denied)).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          namespaceSelector: {include: [b]}                     | q
          namespaceSelector: {include: ['*'], exclude: [b]}     | p
          namespaceSelector: {exclude: [b]}                     | p
          namespaceSelector: {matchLabels: {team: x}}           | p
          matchCondition: has(object.metadata.labels)           | p
          """)
  void isAboutTheObjectsThatItChooses(String selection, String names) {
    TemplateVerdict verdict = verdict(PODS + ", " + selection + ", " + denying("true"));
    assertThat(verdict.objects()).extracting(ObjectResult::name).containsExactly(names);
  }

  @Test
  void namespacesDoNotNarrowWhatHasNone() {
    String spec =
        "match: [{apiVersion: v1, kind: Node}, {apiVersion: v1, kind: Pod}],"
            + " namespaceSelector: {include: [b]}, ";
    assertThat(verdict(spec + denying("false")).message())
        .isEqualTo("Compliant; notification - 1 node, 1 pod examined, 0 violations");
  }

  @Test
  void aFixThatIsEnforcedCountsAsDone() {
    TemplateVerdict verdict = verdict("remediationAction: enforce, " + FIXED);
    assertThat(verdict.state()).isEqualTo(VerdictState.COMPLIANT);
    assertThat(verdict.message())
        .isEqualTo(
            "Compliant; notification - 2 pods examined, 0 violations;"
                + " notification - repaired: p is on the network of its node");
    JsonObject desired = verdict.objects().getFirst().desired().orElseThrow();
    assertThat(desired.object("spec").fields())
        .containsKey("containers")
        .doesNotContainKey("hostNetwork");
  }

  @Test
  void aFixIsOnlyShownUnlessItIsEnforced() {
    TemplateVerdict verdict = verdict(FIXED);
    assertThat(verdict.message())
        .isEqualTo("NonCompliant; violation - p is on the network of its node");
    assertThat(verdict.objects().getFirst().desired()).isPresent();
  }

  @Test
  void saysWhyEnforcementDoesNotHelp() {
    String useless = HOST_NETWORK + ", fix: {metadata: {labels: {x: y}}}";
    assertThat(verdict("remediationAction: enforce, " + useless).message())
        .endsWith(" (the fix does not repair it)");
    assertThat(verdict("remediationAction: enforce, " + HOST_NETWORK).message())
        .endsWith(" (the rule has no fix to enforce)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          clusterNames: [eu-1]                                             | true
          clusterNames: [eu-2]                                             | false
          clusterSelector: {labelSelector: {matchLabels: {tier: edge}}}    | true
          clusterSelector: {labelSelector: {matchLabels: {tier: core}}}    | false
          "match: [{apiVersion: v1, kind: Pod}]"                           | true
          "match: [{apiVersion: apps/v1, kind: Deployment}]"               | false
          namespaceSelector: {include: ['a*']}                             | true
          namespaceSelector: {include: [b]}                                | false
          matchCondition: object.metadata.labels.vendor == 't'             | true
          matchCondition: object.metadata.labels.vendor == 'u'             | false
          """)
  void anExemptionLeavesAloneWhatItMeans(String scope, boolean exempt) {
    TemplateVerdict verdict = verdict(exempted("2026-11-01", scope));
    assertThat(verdict.state())
        .isEqualTo(exempt ? VerdictState.COMPLIANT : VerdictState.NON_COMPLIANT);
    if (exempt) {
      assertThat(verdict.message())
          .endsWith("; notification - exempt by `e` of someone until 2026-11-01: Pod a/p");
      assertThat(verdict.objects().getFirst().reason())
          .isEqualTo("Exempt by `e` of someone until 2026-11-01");
    }
  }

  private static String exempted(String until, String scope) {
    return HOST_NETWORK
        + ", exemptions: [{name: e, owner: someone, until: '%s', because: it is so, %s}]"
            .formatted(until, scope);
  }

  @Test
  void anExemptionEndsAfterItsLastDay() {
    JsonObject rule = template(exempted("2026-11-01", "clusterNames: [eu-1]"));
    assertThat(rules.evaluate(rule, cluster(OBJECTS, "2026-11-01T23:59:59Z")).state())
        .isEqualTo(VerdictState.COMPLIANT);
    assertThat(rules.evaluate(rule, cluster(OBJECTS, "2026-11-02T00:00:00Z")).message())
        .isEqualTo(
            "NonCompliant; violation - p is on the network of its node"
                + " (exemption `e` of someone expired on 2026-11-01)");
  }

  @Test
  void nothingIsGrantedToAClusterOfWhichNothingIsKnown() {
    JsonObject rule =
        template(
            exempted(
                "2026-12-01", "clusterSelector: {labelSelector: {matchLabels: {tier: edge}}}"));
    ClusterState known = cluster(OBJECTS, "2026-11-01T00:00:00Z");
    ClusterState unknown =
        new ClusterState("eu-1", Optional.empty(), known.inventory(), known.now());
    assertThat(rules.evaluate(rule, unknown).state()).isEqualTo(VerdictState.NON_COMPLIANT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          objct.spec == 1                | `spec.validation.denyExpression` does not compile: there is no `objct` at character 1.
          1 + 1                          | `spec.validation.denyExpression` does not compile: it gives a number instead of true or false.
          object.spec.containers         | `spec.validation.denyExpression` fails on Pod a/p: it does not give true or false. 1 more object fails.
          object.spec.nodeName == 'x'    | `spec.validation.denyExpression` fails on Pod a/p: there is no `nodeName`. 1 more object fails.
          variables.x                    | `spec.validation.denyExpression` does not compile: there is no `variables.x` at character 1.
          """)
  void whatCannotBeJudgedIsAnError(String denied, String message) {
    TemplateVerdict verdict = verdict(PODS + ", " + denying(denied));
    assertThat(verdict.state()).isEqualTo(VerdictState.ERROR);
    assertThat(verdict.message()).isEqualTo(message);
  }

  @Test
  void aViolationCountsAlsoWhereOtherObjectsFail() {
    TemplateVerdict verdict = verdict(PODS + ", " + denying("object.spec.hostNetwork"));
    assertThat(verdict.state()).isEqualTo(VerdictState.NON_COMPLIANT);
    assertThat(verdict.message())
        .isEqualTo(
            "NonCompliant; violation - no; error - `spec.validation.denyExpression` fails on Pod"
                + " b/q: there is no `hostNetwork`.");
  }

  @Test
  void aViolationCountsAlsoWithoutWords() {
    TemplateVerdict verdict =
        verdict(PODS + ", validation: {denyExpression: 'true', messageExpression: object.nothing}");
    assertThat(verdict.state()).isEqualTo(VerdictState.NON_COMPLIANT);
    assertThat(verdict.message())
        .startsWith(
            "NonCompliant; violation - Pod a/p breaks the rule"
                + " (`spec.validation.messageExpression` fails on Pod a/p: there is no `nothing`.)");
  }

  @Test
  void kindsThatAreNotServedSayNothing() {
    String rollout = "{apiVersion: argoproj.io/v1alpha1, kind: Rollout}";
    TemplateVerdict alone = verdict("match: [%s], ".formatted(rollout) + denying("true"));
    assertThat(alone.state()).isEqualTo(VerdictState.UNKNOWN);
    assertThat(alone.message())
        .isEqualTo("The cluster does not serve Rollout of argoproj.io/v1alpha1.");
    TemplateVerdict together =
        verdict("match: [{apiVersion: v1, kind: Pod}, %s], ".formatted(rollout) + denying("false"));
    assertThat(together.message())
        .isEqualTo(
            "Compliant; notification - 2 pods examined, 0 violations; notification - the cluster"
                + " does not serve Rollout of argoproj.io/v1alpha1");
  }

  @Test
  void whatExpressionsMayCostIsLimited() {
    String numbers =
        IntStream.range(0, 3000).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    TemplateVerdict verdict =
        verdict(
            PODS
                + ", params: {numbers: [%s]}, ".formatted(numbers)
                + denying("params.numbers.all(x, params.numbers.all(y, x + y >= 0))"));
    assertThat(verdict.state()).isEqualTo(VerdictState.ERROR);
    assertThat(verdict.message())
        .isEqualTo(
            "`spec.validation.denyExpression` fails on Pod a/p: it takes more computation than is"
                + " allowed. 1 more object fails.");
  }

  @Test
  void manyViolationsAreCounted() {
    String pods =
        IntStream.range(100, 130)
            .mapToObj("{apiVersion: v1, kind: Pod, metadata: {name: p%d, namespace: a}}"::formatted)
            .collect(Collectors.joining("\n---\n"));
    TemplateVerdict verdict =
        rules.evaluate(
            template(PODS + ", " + denying("true")), cluster(pods, "2026-11-01T00:00:00Z"));
    assertThat(verdict.message())
        .isEqualTo("NonCompliant" + "; violation - no".repeat(20) + "; violation - and 10 more");
    assertThat(verdict.objects()).hasSize(30);
  }

  @Test
  void aTemplateThatIsNoRuleSaysWhy() {
    TemplateVerdict verdict = verdict(PODS);
    assertThat(verdict.state()).isEqualTo(VerdictState.ERROR);
    assertThat(verdict.message()).startsWith("The template is no valid RulePolicy. ");
  }
}
