package io.openclustermanagement.governance.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hub for tests, put together piece by piece; everything is in the namespace {@code acme}. */
final class Hub {
  static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private final List<KubernetesObject> objects = new ArrayList<>();
  private final List<GenericObject> lookups = new ArrayList<>();
  private final Map<HubName, List<String>> decisions = new HashMap<>();
  private final Map<String, Inventory> inventories = new HashMap<>();

  /** Adds objects of the hub. */
  Hub with(String yaml) {
    Manifests manifests = ManifestReader.read("hub.yaml", yaml);
    assertThat(manifests.problems()).isEmpty();
    manifests.documents().stream().map(Document::object).forEach(objects::add);
    lookups.addAll(generic(yaml));
    return this;
  }

  /** Adds a policy with one template that wants a namespace of the policy's name. */
  Hub policy(String name, String spec) {
    return with(
        """
        apiVersion: policy.open-cluster-management.io/v1
        kind: Policy
        metadata: {name: %1$s, namespace: acme}
        spec:
          disabled: false
          %2$s
          policy-templates:
          - objectDefinition:
              apiVersion: policy.open-cluster-management.io/v1
              kind: ConfigurationPolicy
              metadata: {name: %1$s}
              spec:
                remediationAction: inform
                object-templates:
                - complianceType: musthave
                  objectDefinition: {apiVersion: v1, kind: Namespace, metadata: {name: %1$s}}
        """
            .formatted(name, spec));
  }

  /**
   * Adds a binding.
   *
   * @param more further fields, such as {@code "subFilter: restricted"}
   * @param subjects such as {@code "Policy a"}
   */
  Hub binding(String name, String placement, String more, String... subjects) {
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: policy.open-cluster-management.io/v1
            kind: PlacementBinding
            metadata: {name: %s, namespace: acme}
            placementRef: {apiGroup: cluster.open-cluster-management.io, kind: Placement, name: %s}
            %s
            subjects:
            """
                .formatted(name, placement, more));
    for (String subject : subjects) {
      String[] words = subject.split(" ", -1);
      yaml.append(
          "- {apiGroup: policy.open-cluster-management.io, kind: %s, name: %s}\n"
              .formatted(words[0], words[1]));
    }
    return with(yaml.toString());
  }

  /** Adds a set of policies. */
  Hub set(String name, String spec) {
    return with(
        """
        apiVersion: policy.open-cluster-management.io/v1beta1
        kind: PolicySet
        metadata: {name: %s, namespace: acme}
        spec: %s
        """
            .formatted(name, spec));
  }

  /** Says which clusters a placement chooses. */
  Hub placement(String name, String... clusters) {
    decisions.put(new HubName("acme", name), List.of(clusters));
    return this;
  }

  /** Says what a cluster has. */
  Hub inventory(String cluster, String yaml) {
    inventories.put(cluster, Inventory.of(generic(yaml), KubernetesSchemas.builtIn()));
    return this;
  }

  /** Says that a cluster has certain namespaces. */
  Hub namespaces(String cluster, String... names) {
    StringBuilder yaml = new StringBuilder();
    for (String name : names) {
      yaml.append("---\n{apiVersion: v1, kind: Namespace, metadata: {name: %s}}\n".formatted(name));
    }
    return inventory(cluster, yaml.toString());
  }

  static List<GenericObject> generic(String yaml) {
    return ManifestReader.readGeneric("objects.yaml", yaml).documents().stream()
        .map(Document::object)
        .map(GenericObject.class::cast)
        .toList();
  }

  HubSnapshot snapshot() {
    return HubSnapshot.of(objects, decisions, Inventory.of(lookups, KubernetesSchemas.builtIn()));
  }

  FleetState state() {
    return new FleetState(snapshot(), inventories, NOW);
  }

  FleetEvaluation evaluate() {
    return FleetEvaluation.of(state(), PolicyEvaluator.standard());
  }

  /** The replica of a policy on a cluster. */
  ReplicatedPolicy replica(String cluster, String policy) {
    return Propagation.of(snapshot(), NOW).clusters().getOrDefault(cluster, List.of()).stream()
        .filter(each -> each.rootName().name().equals(policy))
        .findFirst()
        .orElseThrow();
  }

  /** The result of a policy on a cluster. */
  static ReplicaResult result(FleetEvaluation evaluation, String cluster, String policy) {
    return evaluation.clusters().getOrDefault(cluster, List.of()).stream()
        .filter(each -> each.replica().rootName().name().equals(policy))
        .findFirst()
        .orElseThrow();
  }
}
