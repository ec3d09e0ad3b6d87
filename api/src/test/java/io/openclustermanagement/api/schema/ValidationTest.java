package io.openclustermanagement.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.DecisionGroup;
import io.openclustermanagement.api.cluster.DecisionStrategy;
import io.openclustermanagement.api.cluster.GroupClusterSelector;
import io.openclustermanagement.api.cluster.GroupStrategy;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.PrioritizerConfig;
import io.openclustermanagement.api.cluster.PrioritizerPolicy;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.yaml.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValidationTest {

  @Test
  void problemsOfABuiltObjectNameThePath() {
    assertThat(Validation.validate(placement("C", IntOrString.of("0%"), 11)))
        .extracting(problem -> problem.kind() + " " + problem.path())
        .containsExactly(
            "FIELD_PATTERN /metadata/labels/a",
            "FIELD_MISSING /spec/prioritizerPolicy/configurations/0/scoreCoordinate",
            "FIELD_RANGE /spec/prioritizerPolicy/configurations/0/weight",
            "FIELD_PATTERN /spec/decisionStrategy/groupStrategy/decisionGroups/0/groupName",
            "FIELD_PATTERN /spec/decisionStrategy/groupStrategy/clustersPerDecisionGroup");
  }

  /** [Q] Upstream's scheduler has a message of its own for a missing score coordinate. */
  @Test
  void aPlacementWithoutScoreCoordinateIsReportedAndBuilt() {
    String text =
        """
        apiVersion: cluster.open-cluster-management.io/v1beta1
        kind: Placement
        metadata: {name: a, namespace: b}
        spec: {prioritizerPolicy: {configurations: [{weight: 3}]}}
        """;
    var manifests = ManifestReader.read("p.yaml", text);
    assertThat(manifests.problems())
        .singleElement()
        .extracting(Problem::kind)
        .isEqualTo(Problem.Kind.FIELD_MISSING);
    Placement placement = manifests.objects(Placement.class).findFirst().orElseThrow();
    assertThat(Validation.validate(placement)).hasSize(1);
  }

  /** [Q] API servers apply the pattern of an int-or-string field to texts only. */
  @Test
  void integersAreNotMatchedAgainstThePatternOfTexts() {
    assertThat(Validation.validate(placement("canary", IntOrString.of(-5), 1)))
        .extracting(Problem::path)
        .doesNotContain("/spec/decisionStrategy/groupStrategy/clustersPerDecisionGroup");
  }

  /** Reading and validating report the same about the same object. */
  @Test
  void readerAndValidationAgree() throws IOException {
    Path broken =
        Path.of(System.getProperty("repository.root", ".."), "api/src/test/resources/broken");
    int compared = 0;
    try (Stream<Path> files = Files.list(broken)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        var manifests = ManifestReader.read(file.toString(), Files.readAllBytes(file));
        List<KubernetesObject> objects = manifests.objects(KubernetesObject.class).toList();
        // An object that cannot be read at all has problems that validation never sees.
        if (objects.size() == 1 && !manifests.text().contains("\n---\n")) {
          List<String> read =
              manifests.problems().stream()
                  .filter(ValidationTest::isLimit)
                  .map(Problem::message)
                  .toList();
          assertThat(Validation.validate(objects.getFirst()))
              .as(file.toString())
              .extracting(Problem::message)
              .containsExactlyInAnyOrderElementsOf(read);
          compared += read.size();
        }
      }
    }
    assertThat(compared).isGreaterThan(8);
  }

  private static boolean isLimit(Problem problem) {
    return switch (problem.kind()) {
      case FIELD_MISSING,
          FIELD_PATTERN,
          FIELD_RANGE,
          FIELD_LENGTH,
          FIELD_ITEMS,
          FIELD_CONFLICT,
          ITEM_DUPLICATE ->
          true;
      default -> false;
    };
  }

  private static Placement placement(String group, IntOrString size, int weight) {
    DecisionGroup canary = new DecisionGroup(group, new GroupClusterSelector(null, null));
    PlacementSpec spec =
        new PlacementSpec(
            List.of(),
            null,
            List.of(),
            new PrioritizerPolicy(null, List.of(new PrioritizerConfig(null, weight))),
            null,
            List.of(),
            new DecisionStrategy(new GroupStrategy(List.of(canary), size)),
            null,
            null);
    return new Placement(ObjectMeta.of("ns", "a", Map.of("a", "b c")), spec, null);
  }
}
