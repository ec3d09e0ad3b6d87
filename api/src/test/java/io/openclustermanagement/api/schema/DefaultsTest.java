package io.openclustermanagement.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.api.yaml.Manifests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server fills in, and what it leaves alone. Flow YAML in and out. */
class DefaultsTest {
  private static final String GROUP = "cluster.open-cluster-management.io/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | {sortBy: ClusterName, scoreRateLimit: 1m}
          {sortBy: Score, scoreRateLimit: 5s} | {sortBy: Score, scoreRateLimit: 5s}
          {prioritizerPolicy: {}} | {prioritizerPolicy: {mode: Additive}, sortBy: ClusterName, scoreRateLimit: 1m}
          {prioritizerPolicy: {mode: ""}} | {prioritizerPolicy: {mode: ""}, sortBy: ClusterName, scoreRateLimit: 1m}
          {prioritizerPolicy: {mode: null}} | {prioritizerPolicy: {mode: Additive}, sortBy: ClusterName, scoreRateLimit: 1m}
          {prioritizerPolicy: {configurations: [{scoreCoordinate: {builtIn: Steady}}]}} | {prioritizerPolicy: {mode: Additive, configurations: [{scoreCoordinate: {type: BuiltIn, builtIn: Steady}, weight: 1}]}, sortBy: ClusterName, scoreRateLimit: 1m}
          {prioritizerPolicy: {configurations: [{scoreCoordinate: {}, weight: 0}]}} | {prioritizerPolicy: {mode: Additive, configurations: [{scoreCoordinate: {type: BuiltIn}, weight: 0}]}, sortBy: ClusterName, scoreRateLimit: 1m}
          {decisionStrategy: {}} | {decisionStrategy: {}, sortBy: ClusterName, scoreRateLimit: 1m}
          {decisionStrategy: {groupStrategy: {}}} | {decisionStrategy: {groupStrategy: {clustersPerDecisionGroup: 100%}}, sortBy: ClusterName, scoreRateLimit: 1m}
          {decisionStrategy: {groupStrategy: {clustersPerDecisionGroup: 0}}} | {decisionStrategy: {groupStrategy: {clustersPerDecisionGroup: 0}}, sortBy: ClusterName, scoreRateLimit: 1m}
          {tolerations: [{key: a}, {operator: Exists}]} | {tolerations: [{key: a, operator: Equal}, {operator: Exists}], sortBy: ClusterName, scoreRateLimit: 1m}
          {spreadPolicy: {spreadConstraints: [{topologyKey: r, topologyKeyType: Claim}]}} | {spreadPolicy: {spreadConstraints: [{topologyKey: r, topologyKeyType: Claim, maxSkew: 1, whenUnsatisfiable: ScheduleAnyway}]}, sortBy: ClusterName, scoreRateLimit: 1m}
          """)
  void ofPlacements(String before, String after) {
    String head = GROUP + "v1beta1, kind: Placement, metadata: {name: a}, spec: ";
    compare(head + before, head + after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ManagedCluster, metadata: {name: a}                    | ManagedCluster, metadata: {name: a}
          ManagedCluster, metadata: {name: a}, spec: {}          | ManagedCluster, metadata: {name: a}, spec: {leaseDurationSeconds: 60}
          """)
  void ofClusters(String before, String after) {
    compare(GROUP + "v1, kind: " + before, GROUP + "v1, kind: " + after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: a}             | {name: a}, spec: {clusterSelector: {selectorType: ExclusiveClusterSetLabel}}
          {name: a}, spec: {}   | {name: a}, spec: {clusterSelector: {selectorType: ExclusiveClusterSetLabel}}
          {name: a}, spec: {clusterSelector: {}} | {name: a}, spec: {clusterSelector: {selectorType: ExclusiveClusterSetLabel}}
          {name: a}, spec: {clusterSelector: {selectorType: LabelSelector, labelSelector: {}}} | {name: a}, spec: {clusterSelector: {selectorType: LabelSelector, labelSelector: {}}}
          """)
  void ofSets(String before, String after) {
    String head = GROUP + "v1beta2, kind: ManagedClusterSet, metadata: ";
    compare(head + before, head + after);
  }

  private static void compare(String before, String after) {
    KubernetesObject defaulted = Defaults.apply(read(before));
    assertThat(ManifestWriter.yaml(defaulted)).isEqualTo(ManifestWriter.yaml(read(after)));
  }

  private static KubernetesObject read(String fields) {
    Manifests manifests = ManifestReader.read("test.yaml", "{apiVersion: " + fields + "}");
    assertThat(manifests.problems()).isEmpty();
    return manifests.objects(KubernetesObject.class).findFirst().orElseThrow();
  }
}
