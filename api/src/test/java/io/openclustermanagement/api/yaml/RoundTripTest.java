package io.openclustermanagement.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.schema.Defaults;
import io.openclustermanagement.api.schema.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written is read back, whatever it is; each failure names its seed. */
class RoundTripTest {
  private static final int SEEDS = 700;

  @Test
  void objectsAreReadBackFromYaml() {
    for (int seed = 0; seed < SEEDS; seed++) {
      KubernetesObject object = new Samples(seed).object();
      String yaml = ManifestWriter.yaml(object);
      assertThat(read(yaml, seed)).as("seed %d%n%s", seed, yaml).isEqualTo(object);
    }
  }

  @Test
  void objectsAreReadBackFromJson() {
    for (int seed = 0; seed < SEEDS; seed++) {
      KubernetesObject object = new Samples(seed).object();
      String json = ManifestWriter.json(object);
      assertThat(read(json, seed)).as("seed %d%n%s", seed, json).isEqualTo(object);
    }
  }

  @Test
  void writingAgainGivesTheSameText() {
    for (int seed = 0; seed < SEEDS; seed++) {
      String yaml = ManifestWriter.yaml(new Samples(seed).object());
      assertThat(ManifestWriter.yaml(read(yaml, seed))).as("seed %d", seed).isEqualTo(yaml);
    }
  }

  @Test
  void treesOfTheTextAndOfTheObjectAreTheSame() {
    for (int seed = 0; seed < SEEDS; seed++) {
      KubernetesObject object = new Samples(seed).object();
      String foreign = ManifestWriter.yaml(object).replaceFirst("kind: .*", "kind: Other");
      Manifests manifests = ManifestReader.read("test.yaml", foreign);
      Document.Foreign document = (Document.Foreign) manifests.documents().getFirst();
      Map<String, Object> expected = new LinkedHashMap<>(ManifestWriter.tree(object));
      expected.put("kind", "Other");
      assertThat(plain(document.content())).as("seed %d", seed).isEqualTo(plain(expected));
    }
  }

  @Test
  void whatTheReaderTakesIsValid() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(Validation.validate(new Samples(seed).object())).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void defaultsApplyOnce() {
    for (int seed = 0; seed < SEEDS; seed++) {
      KubernetesObject once = Defaults.apply(new Samples(seed).object());
      assertThat(Defaults.apply(once)).as("seed %d", seed).isSameAs(once);
    }
  }

  @Test
  void severalObjectsAreSeveralDocuments() {
    List<KubernetesObject> objects = new ArrayList<>();
    for (int seed = 0; seed < 50; seed++) {
      objects.add(new Samples(seed).object());
    }
    Manifests manifests = ManifestReader.read("test.yaml", ManifestWriter.yaml(objects));
    assertThat(manifests.objects(KubernetesObject.class)).containsExactlyElementsOf(objects);
  }

  private static KubernetesObject read(String text, int seed) {
    Manifests manifests = ManifestReader.read("test.yaml", text);
    assertThat(manifests.problems()).as("seed %d%n%s", seed, text).isEmpty();
    return ((Document.Typed) manifests.documents().getFirst()).object();
  }

  private static @Nullable Object plain(@Nullable Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, plain(value)));
        yield copy;
      }
      case List<?> list -> list.stream().<@Nullable Object>map(RoundTripTest::plain).toList();
      case Integer number -> number.longValue();
      case null, default -> tree;
    };
  }
}
