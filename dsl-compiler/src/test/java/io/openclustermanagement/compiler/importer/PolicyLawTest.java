package io.openclustermanagement.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.format.OcmFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code build(import(objects)) = objects} for policies, their sets and bindings, and deployments.
 */
class PolicyLawTest {
  private static final int ROUNDS = Integer.getInteger("law.rounds", 100);

  @Test
  void everythingComesBack() {
    int words = 0;
    for (long seed = 1; seed <= ROUNDS; seed++) {
      words += blocks(comesBack(new RandomPolicies(seed).objects(), seed));
    }
    assertThat(words).as("templates in words").isGreaterThan(ROUNDS);
  }

  @Test
  void deploymentsComeBack() {
    int deployments = 0;
    int words = 0;
    for (long seed = 1; seed <= ROUNDS; seed++) {
      List<KubernetesObject> objects = new RandomDeployments(seed).objects();
      ImportResult result = comesBack(objects, seed);
      deployments += objects.size() - 2;
      words +=
          result.files().stream()
              .mapToInt(file -> file.text().split("\ndeploy ", -1).length - 1)
              .sum();
    }
    assertThat(words).as("of %d deployments", deployments).isGreaterThan(deployments / 4);
  }

  private static ImportResult comesBack(List<KubernetesObject> objects, long seed) {
    String yaml = Laws.yaml(objects);
    List<Manifests> manifests = List.of(ManifestReader.read("objects.yaml", yaml));
    assertThat(manifests.getFirst().problems()).as("seed %d%n%s", seed, yaml).isEmpty();
    ImportResult result = Importer.importObjects(manifests);
    String context = "seed " + seed + "\n" + yaml + result;
    assertThat(result.diagnostics()).as(context).noneMatch(Diagnostic::isError);
    assertThat(RoundTrip.differences(manifests, ImportOptions.DEFAULT, result))
        .as(context)
        .isEmpty();
    formatted(result, context);
    return result;
  }

  @Test
  void whatIsCarriedIsListed() {
    for (long seed = 1; seed <= ROUNDS / 3; seed++) {
      String yaml = Laws.yaml(new RandomPolicies(seed).objects());
      ImportResult result = Laws.imported(yaml);
      long carried =
          result.files().stream()
              .filter(file -> file.name().equals("rest.yaml"))
              .flatMap(file -> ManifestReader.read("", file.text()).documents().stream())
              .count();
      assertThat(result.diagnostics())
          .as("seed %d", seed)
          .filteredOn(each -> each.code() == Code.CARRIED)
          .hasSize((int) carried);
    }
  }

  private static void formatted(ImportResult result, String context) {
    for (GeneratedFile file : result.files()) {
      if (file.name().endsWith(".ocm")) {
        assertThat(OcmFormatter.format(new SourceFile(file.name(), file.text())).text())
            .as(context)
            .isEqualTo(file.text());
      }
    }
  }

  private static int blocks(ImportResult result) {
    return result.files().stream()
        .mapToInt(file -> file.text().split("\n    (require|exactly|forbid) [A-Z]", -1).length - 1)
        .sum();
  }
}
