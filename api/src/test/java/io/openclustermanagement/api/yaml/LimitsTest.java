package io.openclustermanagement.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.schema.Problem;
import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void aFileThatIsTooLargeIsRefusedUnread() {
    Problem problem = Limits.tooLarge("fleet.yaml", 100_000_000);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.YAML_TOO_LARGE);
    assertThat(problem.message())
        .isEqualTo("`fleet.yaml` has 100,000,000 bytes; at most 67,108,864 are read.");
    Manifests manifests = ManifestReader.read("big.yaml", new byte[(int) Limits.MAX_BYTES + 1]);
    assertThat(manifests.documents()).isEmpty();
    assertThat(manifests.problems())
        .singleElement()
        .extracting(Problem::kind)
        .isEqualTo(Problem.Kind.YAML_TOO_LARGE);
  }

  @Test
  void tooManyDocumentsStopTheReading() {
    String text = "---\n".repeat(Limits.MAX_DOCUMENTS + 10);
    Manifests manifests = ManifestReader.read("many.yaml", text);
    Problem last = manifests.problems().getLast();
    assertThat(last.kind()).isEqualTo(Problem.Kind.YAML_TOO_MANY_DOCUMENTS);
    assertThat(last.message()).isEqualTo("The file has more than 100,000 documents.");
    assertThat(manifests.problems()).hasSize(1);
  }

  @Test
  void hostileNestingEndsSoon() {
    for (String opening : new String[] {"[", "{a: ", "- ", "? ", "!x [", "&a ["}) {
      Manifests manifests = ManifestReader.read("deep.yaml", opening.repeat(100_000));
      assertThat(manifests.documents()).isEmpty();
      assertThat(manifests.problems()).isNotEmpty().hasSizeLessThan(5);
    }
  }

  @Test
  void aTextOfManyBrokenDocumentsEndsSoon() {
    Manifests manifests = ManifestReader.read("broken.yaml", "---\na: [\n".repeat(10_000));
    assertThat(manifests.problems()).hasSizeBetween(1, 100);
  }

  @Test
  void longKeysAndTextsAreNotMatchedAtLength() {
    String key = "a.".repeat(200_000);
    String text =
        """
        apiVersion: cluster.open-cluster-management.io/v1beta1
        kind: Placement
        metadata: {name: a, namespace: b, labels: {? %s : c}}
        spec: {scoreRateLimit: %sm}
        """
            .formatted(key, "1".repeat(200_000));
    assertThat(ManifestReader.read("long.yaml", text).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.FIELD_PATTERN, Problem.Kind.FIELD_PATTERN);
  }

  @Test
  void longKeysAreWrittenAndReadBack() {
    String key = "k".repeat(5_000);
    String yaml =
        YamlWriter.write(java.util.Map.of("apiVersion", "v1", "kind", "Test", key, "value"));
    Manifests manifests = ManifestReader.read("test.yaml", yaml);
    assertThat(manifests.problems()).isEmpty();
    assertThat(((Document.Foreign) manifests.documents().getFirst()).content())
        .containsEntry(key, "value");
  }
}
