package io.openclustermanagement.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.schema.Defaults;
import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Validation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects without a record are kept as they are. */
class GenericObjectTest {
  private static final String TEXT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
          odd: 1
        finalizers:
        - a/b
      spec:
        replicas: 3
        ratio: 0.5
        whole: 2.0
        big: 18446744073709551615
        nothing: null
        template: '{{ fromConfigMap "a" "b" "c" }}'
      """;

  private static Document.Foreign read(String text) {
    Manifests manifests = ManifestReader.read("test.yaml", text);
    assertThat(manifests.problems()).isEmpty();
    return (Document.Foreign) manifests.documents().getFirst();
  }

  @Test
  void numbersAreWhatTheApiServerGets() {
    JsonObject spec = read(TEXT).object().content().object("spec");
    assertThat(spec.fields())
        .containsEntry("replicas", new JsonInteger(3))
        .containsEntry("ratio", new JsonDecimal(0.5))
        .containsEntry("whole", new JsonInteger(2))
        .containsEntry("big", new JsonDecimal(0x1p64))
        .containsEntry("nothing", JsonNull.NULL)
        .containsEntry("template", new JsonString("{{ fromConfigMap \"a\" \"b\" \"c\" }}"));
  }

  @Test
  void metadataHasWhatSelects() {
    GenericObject object = read(TEXT).object();
    assertThat(object.name()).hasValue("web");
    assertThat(object.namespace()).hasValue("shop");
    assertThat(object.metadata().labels()).isEqualTo(Map.of("app", "web"));
    assertThat(object.metadata().finalizers()).containsExactly("a/b");
  }

  @Test
  void writingLosesNothing() {
    GenericObject object = read(TEXT).object();
    assertThat(read(ManifestWriter.yaml(object)).object()).isEqualTo(object);
    assertThat(read(ManifestWriter.json(object)).object()).isEqualTo(object);
    assertThat(ManifestWriter.yaml(object)).startsWith("apiVersion: apps/v1\nkind: Deployment\n");
  }

  @Test
  void positionsAreThoseOfTheText() {
    Position place = read(TEXT).positions().nearest("/spec/replicas");
    assertThat(place.line()).isEqualTo(12);
  }

  @Test
  void itemsOfATypedListTakeItsKind() {
    String list = "apiVersion: v1\nkind: PodList\nitems:\n- metadata:\n    name: a\n";
    GenericObject pod = read(list).object();
    assertThat(pod.kind()).isEqualTo("Pod");
    assertThat(pod.apiVersion()).isEqualTo("v1");
  }

  @Test
  void thereIsNothingToDefaultOrToCheck() {
    GenericObject object = read(TEXT).object();
    assertThat(Defaults.apply(object)).isSameAs(object);
    assertThat(Validation.validate(object)).isEmpty();
  }

  @Test
  void treesAndValuesAreTheSame() {
    Map<String, Object> tree =
        Map.of("a", List.of(1L, 1.5, "x", true), "b", Map.of("c", List.of()));
    assertThat(JsonValue.of(tree).toTree()).isEqualTo(tree);
  }
}
