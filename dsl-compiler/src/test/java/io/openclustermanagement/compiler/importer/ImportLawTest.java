package io.openclustermanagement.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.format.OcmFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The laws of the import on random objects, about ten in each round. Every failure names its seed;
 * {@code -Dlaw.rounds=20000} looks further.
 */
class ImportLawTest {
  private static final long SEED = 20261122;
  private static final int ROUNDS = Integer.getInteger("law.rounds", 400);

  /** {@code build(import(objects)) = objects}, at the first attempt and without a word. */
  @Test
  void whatIsValidComesBack() {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      List<KubernetesObject> objects = new RandomObjects(new Random(seed), false).objects();
      assertThat(ManifestReader.read("", Laws.yaml(objects)).problems()).isEmpty();
      Verdicts verdicts = new Verdicts();
      ImportResult result = Laws.imported(Laws.yaml(objects), verdicts);
      String context = "seed " + seed + "\n" + Laws.yaml(objects) + result.files();
      assertThat(result.diagnostics()).as(context).isEmpty();
      assertThat(verdicts.verbatimCount()).as(context).isZero();
      assertThat(Laws.normalForms(Laws.built(result.files())))
          .as(context)
          .isEqualTo(Laws.normalForms(objects));
    }
  }

  /**
   * What is not imported is named, all the rest comes back, and nothing comes that was not there.
   */
  @Test
  void whatCannotBeSaidIsListed() {
    int refused = 0;
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      List<KubernetesObject> objects = new RandomObjects(new Random(seed), true).objects();
      ImportResult result = Laws.imported(Laws.yaml(objects));
      String context = "seed " + seed + "\n" + Laws.yaml(objects) + result;
      Map<String, NormalForm> wanted = new TreeMap<>(Laws.normalForms(objects));
      Map<String, NormalForm> built = Laws.normalForms(Laws.built(result.files()));
      for (String title : List.copyOf(wanted.keySet())) {
        boolean listed =
            result.diagnostics().stream()
                .anyMatch(each -> each.summary().startsWith("`" + title + "`"));
        assertThat(listed).as(title + "\n" + context).isEqualTo(!built.containsKey(title));
        if (listed) {
          wanted.remove(title);
          refused++;
        }
      }
      assertThat(built).as(context).isEqualTo(wanted);
      assertThat(result.diagnostics())
          .as(context)
          .noneMatch(each -> each.code() == Code.NOT_REPRODUCED);
    }
    assertThat(refused).isGreaterThan(ROUNDS);
  }

  /** {@code import(build(source)) = source} for every source that an import writes. */
  @Test
  void sourcesComeBack() {
    for (long seed = SEED; seed < SEED + ROUNDS / 4; seed++) {
      List<KubernetesObject> objects = new RandomObjects(new Random(seed), false).objects();
      ImportResult first = Laws.imported(Laws.yaml(objects));
      ImportResult second = Laws.imported(Laws.yaml(Laws.built(first.files())));
      assertThat(second.files()).as("seed " + seed).isEqualTo(first.files());
    }
  }

  /** What an import writes is formatted. */
  @Test
  void sourcesAreFormatted() {
    for (long seed = SEED; seed < SEED + ROUNDS / 4; seed++) {
      List<KubernetesObject> objects = new RandomObjects(new Random(seed), false).objects();
      for (GeneratedFile file : Laws.imported(Laws.yaml(objects)).files()) {
        assertThat(OcmFormatter.format(new SourceFile(file.name(), file.text())).text())
            .as("seed " + seed)
            .isEqualTo(file.text());
      }
    }
  }
}
