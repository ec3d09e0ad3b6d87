package io.openclustermanagement.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.diagnostic.Code;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the YAML says, the import does not fail, and what it writes compiles. */
class GarbledInputTest {
  private static final int ROUNDS = Integer.getInteger("law.rounds", 200);
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          ": ",
          "{",
          "}",
          "[",
          "]",
          "- ",
          "\n",
          "  ",
          "null",
          "0",
          "-1",
          "${x}",
          "\\",
          "é",
          "a.b",
          "Exists",
          "\"\"",
          "99999999999999999999",
          "~",
          "true",
          "&& ",
          "!(",
          "\t",
          "\u0007");

  @Test
  void mutatedObjectsAreImportedOrListed() {
    for (long seed = 1; seed <= ROUNDS; seed++) {
      Random random = new Random(seed);
      String yaml = Laws.yaml(new RandomObjects(random, true).objects()) + "---\n" + CLUSTER;
      String garbled = garbled(yaml, random);
      ImportResult result;
      try {
        result = Laws.imported(garbled);
        Laws.built(result.files());
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + "\n" + garbled, e);
      }
      assertThat(result.diagnostics())
          .as("seed " + seed)
          .noneMatch(each -> each.code() == Code.INTERNAL_ERROR);
    }
  }

  private static String garbled(String yaml, Random random) {
    StringBuilder text = new StringBuilder(yaml);
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      int start = random.nextInt(text.length());
      int end = Math.min(text.length(), start + random.nextInt(4));
      text.replace(start, end, PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static final String CLUSTER =
      """
      apiVersion: cluster.open-cluster-management.io/v1
      kind: ManagedCluster
      metadata: { name: eu-1, labels: { env: prod } }
      spec:
        taints: [ { key: gpu, value: a, effect: NoSelect } ]
      status:
        version: { kubernetes: v1.31.2 }
        allocatable: { cpu: 63500m, memory: 256Gi }
        clusterClaims: [ { name: id, value: a b } ]
      ---
      apiVersion: cluster.open-cluster-management.io/v1alpha1
      kind: AddOnPlacementScore
      metadata: { name: usage, namespace: eu-1 }
      status: { scores: [ { name: cpu, value: 80 } ] }
      """;
}
