package io.openclustermanagement.governance.reporting;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.propagation.FleetEvaluation;
import io.openclustermanagement.governance.propagation.FleetState;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.governance.propagation.HubSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fleet with something of everything, and with names and texts that mean no good. */
public final class ExampleFleet {
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  public static final String SECRET = "hunter2planted";
  public static final String HOSTILE = "=cmd|' /C calc'!A0<script>alert(1)</script>";

  private static final String CONFIGURATION =
      """
      apiVersion: policy.open-cluster-management.io/v1
      kind: Policy
      metadata:
        name: %1$s
        namespace: acme
        labels: {owner: team-%1$s}
        annotations: {%2$s}
      spec:
        disabled: %3$s
        dependencies: [%4$s]
        policy-templates:
        - objectDefinition:
            apiVersion: policy.open-cluster-management.io/v1
            kind: ConfigurationPolicy
            metadata: {name: %1$s}
            spec:
              remediationAction: inform
              severity: high
              %5$s
      ---
      """;

  private static final String BINDING =
      """
      apiVersion: policy.open-cluster-management.io/v1
      kind: PlacementBinding
      metadata: {name: all, namespace: acme}
      placementRef: {apiGroup: cluster.open-cluster-management.io, kind: Placement, name: all}
      subjects:
      - {apiGroup: policy.open-cluster-management.io, kind: Policy, name: limits}
      - {apiGroup: policy.open-cluster-management.io, kind: Policy, name: hostile}
      - {apiGroup: policy.open-cluster-management.io, kind: Policy, name: credentials}
      - {apiGroup: policy.open-cluster-management.io, kind: Policy, name: later}
      - {apiGroup: policy.open-cluster-management.io, kind: Policy, name: resting}
      - {apiGroup: policy.open-cluster-management.io, kind: PolicySet, name: baseline}
      ---
      apiVersion: policy.open-cluster-management.io/v1beta1
      kind: PolicySet
      metadata: {name: baseline, namespace: acme}
      spec:
        policies: [namespaces, limits]
        exclusions:
        - {policyName: namespaces, clusterNames: [eu-2], reason: it is being taken down}
      ---
      apiVersion: rules.open-cluster-management.io/v1alpha1
      kind: Exemption
      metadata: {name: no-limits, namespace: acme}
      spec:
        policies: [limits]
        clusterNames: [eu-2]
        owner: edge@acme.example
        ticket: RISK-1
        until: "2026-12-01"
        because: the vendor fixes it in December
      """;

  private ExampleFleet() {}

  public static Report report() {
    return report(Optional.of(new SourceLocation("policies/a b.ocm", 7, 3)));
  }

  public static Report report(Optional<SourceLocation> source) {
    List<KubernetesObject> objects = objects();
    List<Exemption> exemptions =
        objects.stream().filter(Exemption.class::isInstance).map(Exemption.class::cast).toList();
    return FleetReport.of(evaluation(objects), exemptions, replicas(), _ -> source);
  }

  private static List<Policy> replicas() {
    String yaml =
        """
        apiVersion: policy.open-cluster-management.io/v1
        kind: Policy
        metadata: {name: acme.credentials, namespace: eu-1}
        spec: {disabled: false, policy-templates: []}
        status:
          details:
          - templateMeta: {name: credentials}
            history:
            - {lastTimestamp: "2026-11-20T08:00:00Z", message: "NonCompliant; violation - again"}
            - {lastTimestamp: "2026-11-18T08:00:00Z", message: "NonCompliant; violation - first"}
            - {lastTimestamp: "2026-11-10T08:00:00Z", message: "Compliant; notification"}
            - {lastTimestamp: "2026-11-01T08:00:00Z", message: "NonCompliant; violation - long ago"}
        """;
    return ManifestReader.read("replicas.yaml", yaml).objects(Policy.class).toList();
  }

  private static List<KubernetesObject> objects() {
    String yaml =
        policy(
                "limits",
                "policy.open-cluster-management.io/standards: NIST SP 800-53,"
                    + " policy.open-cluster-management.io/controls: SC-6 Resource Availability",
                "namespaceSelector: {include: [team-*]}",
                "musthave",
                "{apiVersion: v1, kind: LimitRange, metadata: {name: memory}}")
            + policy(
                "hostile",
                "policy.open-cluster-management.io/description: \"%s\", policy.open-cluster-management.io/controls: \"%s\""
                    .formatted(HOSTILE, HOSTILE),
                "namespaceSelector: {include: [team-*]}",
                "mustnothave",
                "{apiVersion: v1, kind: ConfigMap}")
            + policy(
                "credentials",
                "policy.open-cluster-management.io/controls: 'CM-2 Baseline'",
                "",
                "musthave",
                "{apiVersion: v1, kind: Secret, metadata: {name: db, namespace: team-a}, type: Opaque, data: {password: b3RoZXI=}}")
            + policy(
                "namespaces",
                "policy.open-cluster-management.io/controls: 'CM-2 Baseline Configuration'",
                "",
                "musthave",
                "{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}")
            + CONFIGURATION.formatted(
                "later",
                "",
                "false",
                "{apiVersion: policy.open-cluster-management.io/v1, kind: Policy, name: limits,"
                    + " namespace: acme, compliance: Compliant}",
                templates(
                    "musthave", "{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}"))
            + CONFIGURATION.formatted(
                "resting",
                "policy.open-cluster-management.io/controls: 'AU-2 Event Logging'",
                "true",
                "",
                templates("musthave", "{apiVersion: v1, kind: Namespace, metadata: {name: x}}"))
            + BINDING;
    var manifests = ManifestReader.read("hub.yaml", yaml);
    if (!manifests.problems().isEmpty()) {
      throw new AssertionError(manifests.problems());
    }
    return List.copyOf(manifests.documents().stream().map(Document::object).toList());
  }

  private static String policy(
      String name, String annotations, String selector, String type, String object) {
    String spec = (selector.isEmpty() ? "" : selector + "\n        ") + templates(type, object);
    return CONFIGURATION.formatted(name, annotations, "false", "", spec);
  }

  private static String templates(String type, String object) {
    return "object-templates: [{complianceType: %s, objectDefinition: %s}]".formatted(type, object);
  }

  private static FleetEvaluation evaluation(List<KubernetesObject> objects) {
    HubSnapshot hub =
        HubSnapshot.of(
            objects,
            Map.of(new HubName("acme", "all"), List.of("eu-1", "eu-2", "us-1")),
            inventory(""));
    Map<String, Inventory> inventories =
        Map.of("eu-1", inventory(cluster(true)), "eu-2", inventory(cluster(false)));
    return FleetEvaluation.of(new FleetState(hub, inventories, NOW), PolicyEvaluator.standard());
  }

  private static String cluster(boolean limited) {
    return """
        {apiVersion: v1, kind: Namespace, metadata: {name: team-a}}
        ---
        {apiVersion: v1, kind: Secret, metadata: {name: db, namespace: team-a}, type: Opaque,
         data: {password: %1$s}, stringData: {password: %1$s}}
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: "%2$s", namespace: team-a}}
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: "a,b\\n|c]]>`d`", namespace: team-a}}
        %3$s
        """
        .formatted(
            SECRET,
            HOSTILE,
            limited
                ? "---\n{apiVersion: v1, kind: LimitRange, metadata: {name: memory, namespace: team-a}}"
                : "");
  }

  private static Inventory inventory(String yaml) {
    List<GenericObject> objects =
        ManifestReader.readGeneric("objects.yaml", yaml).documents().stream()
            .map(Document::object)
            .map(GenericObject.class::cast)
            .toList();
    return Inventory.of(objects, KubernetesSchemas.builtIn());
  }
}
