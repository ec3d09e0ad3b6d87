package io.openclustermanagement.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.schema.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private static final String LIST =
      """
      apiVersion: v1
      kind: List
      items:
      - apiVersion: cluster.open-cluster-management.io/v1
        kind: ManagedCluster
        metadata:
          name: c1
          labels:
            example.com/tier~1: "gold"   # best
            note: |-
              x
              y
      - {apiVersion: cluster.open-cluster-management.io/v1, kind: ManagedCluster,
         metadata: {name: c2, annotations: {a: "😀", b: c}}}
      """;

  private final Manifests manifests = ManifestReader.read("f.yaml", LIST);

  @Test
  void valuesAndKeysOfAnItemInAList() {
    Positions first = manifests.documents().getFirst().positions();
    assertThat(text(first.root())).isEqualTo("apiVersion: cluster.open-cluster-management.io/v1");
    assertThat(text(first.value("/metadata/name"))).isEqualTo("c1");
    assertThat(text(first.key("/metadata/name"))).isEqualTo("name");
    assertThat(text(first.value("/metadata/labels/example.com~1tier~01"))).isEqualTo("\"gold\"");
    assertThat(first.value("/metadata/name")).hasToString("f.yaml:7:11");
  }

  @Test
  void valuesOfAFlowMapBehindCharactersOfTwoUnits() {
    Positions second = manifests.documents().getLast().positions();
    assertThat(text(second.value("/metadata/annotations/a"))).isEqualTo("\"😀\"");
    assertThat(text(second.value("/metadata/annotations/b"))).isEqualTo("c");
  }

  @Test
  void whatIsNotThereHasNoPositionButANearestOne() {
    Positions first = manifests.documents().getFirst().positions();
    assertThat(first.value("/spec/taints/0")).isNull();
    assertThat(first.value("/metadata/name/x")).isNull();
    assertThat(first.nearest("/spec/taints/0")).isEqualTo(first.root());
    assertThat(text(first.nearest("/metadata/name/x"))).isEqualTo("c1");
  }

  @Test
  void itemsOfLists() {
    String text =
        """
        apiVersion: cluster.open-cluster-management.io/v1beta1
        kind: Placement
        metadata: {name: a, namespace: b}
        spec:
          clusterSets:
          - one
          - two
        """;
    Manifests placement = ManifestReader.read("p.yaml", text);
    Position second = placement.documents().getFirst().positions().value("/spec/clusterSets/1");
    assertThat(second).isNotNull().hasToString("p.yaml:7:5");
  }

  @Test
  void valuesBehindAliases() {
    String text =
        """
        apiVersion: v1
        kind: List
        items:
        - &c
          apiVersion: cluster.open-cluster-management.io/v1
          kind: ManagedCluster
          metadata: &m {name: c1}
        - apiVersion: cluster.open-cluster-management.io/v1
          kind: ManagedCluster
          metadata: *m
        """;
    Manifests aliased = ManifestReader.read("a.yaml", text);
    assertThat(aliased.problems()).isEmpty();
    assertThat(aliased.documents().getLast().positions().value("/metadata/name"))
        .hasToString("a.yaml:7:23");
  }

  private String text(@Nullable Position position) {
    return position == null
        ? "nowhere"
        : manifests.text().substring(position.start(), position.end());
  }
}
