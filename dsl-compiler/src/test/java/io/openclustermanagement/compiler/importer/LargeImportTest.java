package io.openclustermanagement.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.compiler.Compiler;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.program.FleetDefinition.FleetCluster;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.Limits;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file of the language has at most a million characters; imports may need more. */
class LargeImportTest {

  @Test
  void splitsALargeFleet() {
    String yaml = repeated(1_500, LargeImportTest::cluster);
    ImportResult result = Laws.imported(yaml);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.files())
        .extracting(GeneratedFile::name)
        .startsWith("fleet.ocm", "fleet.part-2.ocm");
    assertThat(result.files()).allMatch(file -> file.text().length() <= Limits.MAX_LENGTH);
    assertThat(clusters(result)).hasSize(1_500).doesNotHaveDuplicates();
  }

  @Test
  void splitsTheManyPlacementsOfANamespace() {
    String yaml = repeated(1_500, LargeImportTest::placement);
    ImportResult result = Laws.imported(yaml);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.files())
        .extracting(GeneratedFile::name)
        .startsWith("placements.acme.ocm", "placements.acme.part-2.ocm");
    assertThat(Laws.normalForms(Laws.built(result.files())))
        .isEqualTo(
            Laws.normalForms(
                ManifestReader.read("objects.yaml", yaml).objects(Placement.class).toList()));
  }

  @Test
  void refusesAnObjectThatIsLargerThanAFile() {
    ImportResult result =
        Laws.imported(
            placement(1)
                + "      celSelector: { celExpressions: [ \""
                + "x".repeat(Limits.MAX_LENGTH)
                + "\" ] }\n---\n"
                + placement(2));
    assertThat(result.diagnostics()).hasSize(1);
    assertThat(result.diagnostics().getFirst().summary())
        .isEqualTo("`Placement acme/p1` is not imported.");
    assertThat(Laws.built(result.files())).hasSize(1);
  }

  private static List<String> clusters(ImportResult result) {
    List<SourceFile> sources =
        result.files().stream().map(file -> new SourceFile(file.name(), file.text())).toList();
    return Compiler.compile(sources, CompilerOptions.DEFAULT).program().modules().stream()
        .flatMap(module -> module.fleets().stream())
        .flatMap(fleet -> fleet.clusters().stream())
        .map(FleetCluster::name)
        .toList();
  }

  private static String repeated(int times, IntFunction<String> object) {
    return IntStream.range(0, times).mapToObj(object).collect(Collectors.joining("---\n"));
  }

  private static String cluster(int number) {
    return """
        apiVersion: cluster.open-cluster-management.io/v1
        kind: ManagedCluster
        metadata:
          name: c%d
          labels: { %s }
        spec: {}
        """
        .formatted(number, keys());
  }

  private static String placement(int number) {
    return """
        apiVersion: cluster.open-cluster-management.io/v1beta1
        kind: Placement
        metadata: { name: p%d, namespace: acme }
        spec:
          predicates:
          - requiredClusterSelector:
              labelSelector: { matchLabels: { %s } }
        """
        .formatted(number, keys());
  }

  private static String keys() {
    return IntStream.range(0, 20)
        .mapToObj(key -> "a-label-with-a-long-key-%02d: a-long-value-too".formatted(key))
        .collect(Collectors.joining(", "));
  }
}
