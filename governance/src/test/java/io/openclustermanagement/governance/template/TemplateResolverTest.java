package io.openclustermanagement.governance.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.governance.gotemplate.GoJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateResolverTest {
  private static final Objects CLUSTER =
      Objects.of(
          "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: shop, labels: {app: a}},"
              + " data: {port: '8080', on: 'true', list: \"- a\\n- b\\n\"}}",
          "{apiVersion: v1, kind: ConfigMap, metadata: {name: other, namespace: shop}, data: {}}",
          "{apiVersion: v1, kind: Secret, metadata: {name: token, namespace: shop},"
              + " data: {password: c2VjcmV0}}",
          "{apiVersion: v1, kind: Node, metadata: {name: infra-1,"
              + " labels: {node-role.kubernetes.io/infra: '', node-role.kubernetes.io/worker: ''}}}",
          "{apiVersion: v1, kind: Node, metadata: {name: both,"
              + " labels: {node-role.kubernetes.io/infra: '', node-role.kubernetes.io/master: ''}}}",
          "{apiVersion: cluster.open-cluster-management.io/v1alpha1, kind: ClusterClaim,"
              + " metadata: {name: region}, spec: {value: eu}}",
          "{apiVersion: cluster.open-cluster-management.io/v1, kind: ManagedCluster,"
              + " metadata: {name: c1, labels: {env: prod}}}");

  private static JsonValue yaml(String text) {
    return JsonValues.json(YamlReader.read(text));
  }

  private static TemplateResult managed(String document) throws TemplateException {
    return new TemplateResolver(TemplateOptions.managed())
        .resolve(yaml(document), TemplateContext.EMPTY, CLUSTER);
  }

  private static String json(TemplateResult result) {
    return GoJson.raw(JsonValues.of(result.value()));
  }

  private static TemplateException failure(String document) {
    TemplateException failure =
        catchThrowableOfType(TemplateException.class, () -> managed(document));
    assertThat(failure).as(document).isNotNull();
    return failure;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "p: '{{ fromConfigMap \"shop\" \"settings\" \"port\" }}' ! {\"p\":\"8080\"}",
        "p: '{{ fromConfigMap \"shop\" \"settings\" \"port\" | toInt }}' ! {\"p\":8080}",
        "p: '{{ fromConfigMap \"shop\" \"settings\" \"on\" | toBool }}' ! {\"p\":true}",
        "p: '{{ fromConfigMap \"shop\" \"settings\" \"port\" | toLiteral }}' ! {\"p\":8080}",
        "p: '{{ 1 | toInt }} {{ 2 }}' ! {\"p\":\"1 2\"}",
        "p: '{{ copyConfigMapData \"shop\" \"other\" }}' ! {\"p\":{}}",
        "p: '{{ copySecretData \"shop\" \"token\" }}' ! {\"p\":{\"password\":\"c2VjcmV0\"}}",
        "p: '{{ fromConfigMap \"shop\" \"settings\" \"none\" }}' ! {\"p\":\"\"}",
        "p: '{{ fromClusterClaim \"region\" }}' ! {\"p\":\"eu\"}",
        "p: '{{ lookupClusterClaim \"none\" }}' ! {\"p\":\"\"}",
        "p: '{{ (lookup \"v1\" \"ConfigMap\" \"shop\" \"none\").data.x }}' ! {\"p\":\"<no value>\"}",
        "p: '{{ lookup \"v1\" \"ConfigMap\" \"shop\" \"none\" | len }}' ! {\"p\":\"0\"}",
        "p: '{{ len (lookup \"v1\" \"ConfigMap\" \"shop\" \"\").items }}' ! {\"p\":\"2\"}",
        "p: '{{ len (lookup \"v1\" \"ConfigMap\" \"\" \"\" \"app in (a,b)\").items }}' ! {\"p\":\"1\"}",
        "p: '{{ hasNodesWithExactRoles \"infra\" }}' ! {\"p\":\"true\"}",
        "p: '{{ (index (getNodesWithExactRoles \"infra\").items 0).metadata.name }}'"
            + " ! {\"p\":\"infra-1\"}",
        "p: yes {{ 1 }} ! {\"p\":\"yes 1\"}",
        "p: '{{ \"010\" }}' ! {\"p\":\"010\"}",
        "p: '{{ \"2001-01-01\" | toLiteral }}' ! {\"p\":\"2001-01-01T00:00:00Z\"}",
        "p: plain ! {\"p\":\"plain\"}"
      })
  void resolves(String document, String expected) throws TemplateException {
    assertThat(json(managed(document))).isEqualTo(expected);
  }

  @Test
  void indentsByTheBlanksBeforeTheTemplate() throws TemplateException {
    assertThat(
            json(
                managed(
                    "data:\n  key: |\n    hosts:\n      {{ fromConfigMap \"shop\" \"settings\""
                        + " \"list\" | autoindent }}\n")))
        .isEqualTo("{\"data\":{\"key\":\"hosts:\\n  - a\\n  - b\\n\"}}");
  }

  @Test
  void resolvesRawYaml() throws TemplateException {
    TemplateResult result =
        new TemplateResolver(TemplateOptions.managed())
            .resolveYaml(
                "{{- range $i, $n := list \"a\" \"b\" }}\n- name: {{ $n }}\n  at: {{ $i }}\n{{- end }}\n",
                TemplateContext.EMPTY,
                CLUSTER);
    assertThat(json(result)).isEqualTo("[{\"at\":0,\"name\":\"a\"},{\"at\":1,\"name\":\"b\"}]");
    assertThat(result.templated()).isTrue();
  }

  @Test
  void tellsWhatItRead() throws TemplateException {
    assertThat(managed("a: b").templated()).isFalse();
    TemplateResult result =
        managed(
            "{a: '{{ fromSecret \"shop\" \"token\" \"password\" | base64dec }}',"
                + " b: '{{ (lookup \"v1\" \"ConfigMap\" \"shop\" \"\" \"app=a\").items | len }}'}");
    assertThat(json(result)).isEqualTo("{\"a\":\"secret\",\"b\":\"1\"}");
    assertThat(result.sensitive()).isTrue();
    assertThat(result.queries())
        .containsExactly(
            new ObjectQuery("v1", "Secret", "shop", "token", ""),
            new ObjectQuery("v1", "ConfigMap", "shop", "", "app=a"));
    assertThat(managed("a: '{{ fromConfigMap \"shop\" \"settings\" \"on\" }}'").sensitive())
        .isFalse();
  }

  @Test
  void skipsObjects() throws TemplateException {
    assertThat(managed("a: '{{ skipObject }}'").skipped()).isTrue();
    assertThat(managed("a: '{{ skipObject (eq 1 2) }}'").skipped()).isFalse();
    assertThat(failure("a: '{{ skipObject }}{{ fail \"x\" }}'").skipped()).isTrue();
    assertThat(failure("a: '{{ skipObject \"x\" }}'").upstream())
        .endsWith("error calling skipObject: expected boolean but received 'x'");
  }

  @Test
  void knowsTheObject() throws TemplateException {
    TemplateContext context =
        TemplateContext.ofObject(
            (JsonObject) yaml("{metadata: {name: x, managedFields: [], labels: {a: b}}}"),
            "ns",
            "x");
    TemplateResult result =
        new TemplateResolver(TemplateOptions.managed())
            .resolve(
                yaml("a: '{{ .ObjectNamespace }}/{{ .ObjectName }}:{{ .Object.metadata }}'"),
                context,
                CLUSTER);
    assertThat(json(result)).isEqualTo("{\"a\":\"ns/x:map[labels:map[a:b] name:x]\"}");
    assertThat(failure("a: '{{ .ObjectName }}'").upstream())
        .isEqualTo(
            "failed to resolve the template {\"a\":\"{{ .ObjectName }}\"}: template: tmpl:1:7:"
                + " executing \"tmpl\" at <.ObjectName>: can't evaluate field ObjectName in type"
                + " struct {}");
  }

  @Test
  void showsWhereAnErrorIs() {
    TemplateException unknown = failure("{a: b, c: '{{ nothing 1 }}'}");
    assertThat(unknown.upstream())
        .isEqualTo(
            "failed to parse the template JSON string {\"a\":\"b\",\"c\":\"{{ nothing 1 }}\"}:"
                + " template: tmpl:2: function \"nothing\" not defined");
    assertThat(unknown.sentence())
        .isEqualTo("In the template `c: '{{ nothing 1 }}'`: function \"nothing\" not defined.");
    assertThat(unknown.place().orElseThrow())
        .isEqualTo(new TemplateException.Place(2, 0, "c: '{{ nothing 1 }}'"));
    TemplateException missing = failure("a: '{{ fromConfigMap \"shop\" \"none\" \"k\" }}'");
    assertThat(missing.upstream())
        .endsWith(
            "error calling fromConfigMap: failed getting the ConfigMap none from shop: configmaps"
                + " \"none\" not found");
    assertThat(missing.place().orElseThrow().column()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "fromSecret \"shop\" \"none\" \"k\" ! failed to get the secret none from shop: secrets \"none\" not found",
        "fromSecret \"\" \"none\" \"k\" ! the input is invalid: namespace, name, and key must be specified",
        "fromClusterClaim \"none\" ! clusterclaims.cluster.open-cluster-management.io \"none\" not found",
        "lookup \"v1\" \"Nothing\" \"\" \"\" ! one or more API resources are not installed on the API server",
        "lookup \"v1\" \"ConfigMap\" \"\" \"x\" ! the lookup of a single namespaced resource must have a namespace specified",
        "protect \"x\" ! the protect template function is not enabled in this mode",
        "env \"HOME\" ! use of denylisted template function: function 'env' is considered a security risk",
        "getNodesWithExactRoles \"\" ! the input is invalid: at least one name must be specified",
        "now ! now is not available: the result of an evaluation must not depend on when it is done"
      })
  void saysUpstreamsWords(String call, String message) {
    assertThat(failure("a: '{{ " + call + " }}'").upstream()).endsWith(": " + message);
  }

  @Test
  void resolvesHubTemplatesOnly() throws TemplateException {
    TemplateContext context =
        TemplateContext.ofHub(
            "c1", Map.of("env", "prod"), (JsonObject) yaml("{name: p, namespace: shop}"));
    TemplateResolver hub = new TemplateResolver(TemplateOptions.hub("shop", "c1"));
    TemplateResult result =
        hub.resolve(
            yaml(
                "{a: '{{hub .ManagedClusterName hub}} {{ .Later }}',"
                    + " b: '{{hub index .ManagedClusterLabels \"env\" hub}}',"
                    + " c: '{{hub .PolicyMetadata.namespace hub}}',"
                    + " d: '{{hub fromConfigMap \"\" \"settings\" \"port\" | toInt hub}}'}"),
            context,
            CLUSTER);
    assertThat(json(result))
        .isEqualTo("{\"a\":\"c1 {{ .Later }}\",\"b\":\"prod\",\"c\":\"shop\",\"d\":8080}");
    assertThat(hubFailure(hub, "fromConfigMap \"other\" \"a\" \"b\""))
        .endsWith("the namespace argument is restricted to shop");
    assertThat(hubFailure(hub, "fromClusterClaim \"region\""))
        .endsWith("lookup of cluster-scoped resource 'ClusterClaim/region' is not allowed");
    assertThat(
            json(
                hub.resolve(
                    yaml(
                        "a: '{{hub (lookup \"cluster.open-cluster-management.io/v1\""
                            + " \"ManagedCluster\" \"\" \"c1\").metadata.labels.env hub}}'"),
                    context,
                    CLUSTER)))
        .isEqualTo("{\"a\":\"prod\"}");
  }

  private static String hubFailure(TemplateResolver hub, String call) {
    TemplateException failure =
        catchThrowableOfType(
            TemplateException.class,
            () ->
                hub.resolve(yaml("a: '{{hub " + call + " hub}}'"), TemplateContext.EMPTY, CLUSTER));
    return failure.upstream();
  }

  @Test
  void encryptsOnTheHubAndDecryptsOnTheCluster() throws TemplateException {
    Encryption keys = encryption("0123456789abcdef0123456789abcdef", Optional.empty());
    JsonValue document =
        yaml(
            "{a: '{{hub fromSecret \"shop\" \"token\" \"password\" hub}}', b: '{{hub \"x\" | protect hub}}',"
                + " c: '{{hub copySecretData \"shop\" \"token\" hub}}'}");
    TemplateResult sent =
        new TemplateResolver(TemplateOptions.hub("shop", "c1").with(keys))
            .resolve(document, TemplateContext.EMPTY, CLUSTER);
    assertThat(json(sent)).contains("$ocm_encrypted:").doesNotContain("c2VjcmV0");
    Encryption rotated =
        encryption(
            "another key of thirty-two bytes!",
            Optional.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)));
    TemplateResult received =
        new TemplateResolver(TemplateOptions.managed().with(rotated))
            .resolve(sent.value(), TemplateContext.EMPTY, CLUSTER);
    assertThat(json(received))
        .isEqualTo("{\"a\":\"c2VjcmV0\",\"b\":\"x\",\"c\":{\"password\":\"c2VjcmV0\"}}");
    assertThat(received.sensitive()).isTrue();
  }

  private static Encryption encryption(String key, Optional<byte[]> previous) {
    return new Encryption(key.getBytes(StandardCharsets.UTF_8), previous, new byte[16]);
  }

  @Test
  void refusesWhatIsNoYamlAfterwards() {
    assertThat(failure("a: '{{ \"[1, 2\" | toLiteral }}'").upstream())
        .isEqualTo(
            "failed to convert the resolved template to JSON: yaml: line 1: did not find expected"
                + " ',' or ']'");
  }

  @Test
  void tellsTheTimeOnlyIfItIsGiven() throws TemplateException {
    TemplateResolver resolver =
        new TemplateResolver(TemplateOptions.managed().at(Instant.parse("2026-03-04T05:06:07Z")));
    assertThat(
            json(
                resolver.resolve(
                    yaml("a: '{{ now | date \"2006-01-02 15:04\" }} {{ now.Unix }}'"),
                    TemplateContext.EMPTY,
                    CLUSTER)))
        .isEqualTo("{\"a\":\"2026-03-04 05:06 1772600767\"}");
  }

  @Test
  void oneDocumentServesManyClusters() throws TemplateException {
    var compiled =
        new TemplateResolver(TemplateOptions.managed())
            .compile(yaml("a: '{{ fromClusterClaim \"region\" }}'"));
    Objects other =
        Objects.of(
            "{apiVersion: cluster.open-cluster-management.io/v1alpha1, kind: ClusterClaim,"
                + " metadata: {name: region}, spec: {value: us}}");
    assertThat(json(compiled.resolve(TemplateContext.EMPTY, CLUSTER))).isEqualTo("{\"a\":\"eu\"}");
    assertThat(json(compiled.resolve(TemplateContext.EMPTY, other))).isEqualTo("{\"a\":\"us\"}");
  }
}
