package io.openclustermanagement.api.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.yaml.TreeReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectValidationTest {

  @Test
  void aGoodObjectHasNoProblem() {
    assertThat(
            whole(
                "Service",
                """
                metadata: {name: s, labels: {a: b}}
                spec:
                  ports: [{port: 80, targetPort: http}, {port: 81, targetPort: 8081}]
                """))
        .isEmpty();
  }

  @Test
  void everyMistakeIsNamedWithItsPlace() {
    assertThat(
            whole(
                "Pod",
                """
                spec:
                  restartPolicy: always
                  containers:
                  - imagee: x
                    args: [a, 1]
                    resources: {limits: {memory: 512MB, cpu: 2}}
                    ports: [{containerPort: 3000000000}, {containerPort: http}]
                """))
        .containsExactly(
            "/spec/restartPolicy: `spec.restartPolicy` cannot be `always`.",
            "/spec/containers/0/imagee: `Container` has no field `imagee`.",
            "/spec/containers/0/args/1: `spec.containers[0].args[1]` is the integer `1`, but takes a string.",
            "/spec/containers/0/resources/limits/memory: `spec.containers[0].resources.limits.memory` is `512MB`, which is not a quantity.",
            "/spec/containers/0/ports/0/containerPort: `spec.containers[0].ports[0].containerPort` is 3000000000, but takes a number from -2147483648 to 2147483647.",
            "/spec/containers/0/ports/1/containerPort: `spec.containers[0].ports[1].containerPort` is the text `http`, but takes an integer.",
            "/spec/containers/0/name: The required field `spec.containers[0].name` is missing.");
  }

  @Test
  void aPartNeedNotHaveRequiredFieldsAndMayHaveTemplates() {
    String part =
        """
        spec:
          replicas: '{{ fromConfigMap "a" "b" "c" | toInt }}'
          template: '{{hub copy hub}}'
        """;

    assertThat(check("Deployment", part, false, true)).isEmpty();
    assertThat(check("Deployment", part, false, false)).hasSize(2);
    assertThat(check("Deployment", "spec: {replicas: null}", false, false)).isEmpty();
  }

  @Test
  void secretsAreBase64() {
    assertThat(check("Secret", "data: {a: Z2VoZWlt, b: '', c: \"Z2Vo\\nZWlt\"}", false, false))
        .isEmpty();
    assertThat(check("Secret", "data: {a: geheim!}", false, false)).hasSize(1);
  }

  private static List<String> whole(String kind, String yaml) {
    return check(kind, yaml, true, false);
  }

  private static List<String> check(String kind, String yaml, boolean whole, boolean templates) {
    var tree = TreeReader.read("x.yaml", yaml).documents().getFirst();
    ResourceType type = ((KindLookup.Found) KubernetesSchemas.builtIn().lookup(kind)).type();
    return ObjectValidation.check(JsonObject.of((Map<?, ?>) tree), type, whole, templates).stream()
        .map(ObjectValidationTest::text)
        .toList();
  }

  private static String text(Problem problem) {
    return problem.path() + ": " + problem.message();
  }
}
