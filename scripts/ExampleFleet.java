import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Writes the example fleet: {@code java scripts/ExampleFleet.java examples/fleet}.
 *
 * <p>About sixty clusters of a shop chain: production and development in five regions of three
 * clouds, a data centre, and small clusters in shops. The random numbers start from a fixed seed,
 * so that the same files come out each time.
 */
public class ExampleFleet {
  private static final String NOW = "2026-11-01T00:00:00Z";
  private static final String API = "cluster.open-cluster-management.io";

  private final Random random = new Random(20261101);
  private final List<Cluster> clusters = new ArrayList<>();

  record Site(String region, String provider, String continent) {}

  record Cluster(
      String name,
      String set,
      Map<String, String> labels,
      Map<String, String> claims,
      String version,
      int cpu,
      int memory,
      boolean available,
      List<Taint> taints) {}

  record Taint(String key, String value, String effect, String since) {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Files.createDirectories(directory);
    ExampleFleet fleet = new ExampleFleet();
    fleet.build();
    Files.writeString(directory.resolve("clusters.yaml"), fleet.clusterObjects());
    Files.writeString(directory.resolve("sets.yaml"), setObjects());
    Files.writeString(directory.resolve("scores.yaml"), fleet.scoreObjects());
    Files.writeString(directory.resolve("decisions.yaml"), fleet.decisionObjects());
  }

  private void build() {
    List<Site> sites =
        List.of(
            new Site("eu-west-1", "aws", "eu"),
            new Site("eu-central-1", "aws", "eu"),
            new Site("us-east-1", "aws", "us"),
            new Site("europe-west4", "gcp", "eu"),
            new Site("westus2", "azure", "us"));
    for (Site site : sites) {
      for (int i = 1; i <= 6; i++) {
        clusters.add(cloud(site, "prod", i));
      }
      for (int i = 1; i <= 2; i++) {
        clusters.add(cloud(site, "dev", i));
      }
    }
    for (int i = 1; i <= 4; i++) {
      clusters.add(dataCentre(i));
    }
    for (String city :
        List.of("berlin", "lyon", "madrid", "porto", "turin", "vienna", "denver", "austin")) {
      for (int i = 1; i <= 2; i++) {
        clusters.add(shop(city, i));
      }
    }
  }

  private Cluster cloud(Site site, String env, int number) {
    String name = "%s-%s-%d".formatted(env, site.region(), number);
    Map<String, String> labels = labels(env, site.region(), site.provider());
    if (env.equals("prod")) {
      labels.put("stage", number == 1 ? "canary" : "main");
    }
    if (number == 6) {
      labels.put("gpu", "nvidia-l4");
    }
    int cpu = env.equals("prod") ? List.of(32, 64, 64, 96, 128).get(random.nextInt(5)) : 16;
    return new Cluster(
        name,
        env,
        labels,
        claims(site.region(), site.provider()),
        version(env),
        cpu,
        cpu * 4,
        !name.equals("prod-westus2-5"),
        taints(name));
  }

  private Cluster dataCentre(int number) {
    Map<String, String> labels = labels("prod", "fra-dc1", "baremetal");
    labels.put("acme.example/sovereign", "eu");
    labels.put("stage", "main");
    String name = "prod-fra-dc1-" + number;
    int cpu = 256;
    return new Cluster(
        name,
        "prod",
        labels,
        claims("fra-dc1", "baremetal"),
        number == 4 ? "v1.27.16" : "v1.30.6",
        cpu,
        cpu * 8,
        true,
        taints(name));
  }

  private Cluster shop(String city, int number) {
    String name = "edge-%s-%d".formatted(city, number);
    boolean american = List.of("denver", "austin").contains(city);
    Map<String, String> labels = labels("prod", american ? "us" : "eu", "k3s");
    labels.put("tier", "edge");
    labels.put("acme.example/site", city);
    return new Cluster(
        name,
        "",
        labels,
        claims(american ? "us" : "eu", "k3s"),
        version("edge"),
        4,
        16,
        !name.equals("edge-porto-2"),
        taints(name));
  }

  private static Map<String, String> labels(String env, String region, String provider) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("env", env);
    labels.put("region", region);
    labels.put("provider", provider);
    return labels;
  }

  private static Map<String, String> claims(String region, String provider) {
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("platform.open-cluster-management.io", provider.toUpperCase());
    claims.put("region.open-cluster-management.io", region);
    return claims;
  }

  private String version(String env) {
    List<String> versions =
        switch (env) {
          case "prod" -> List.of("v1.28.15", "v1.29.10", "v1.30.6", "v1.30.6", "v1.31.2");
          case "dev" -> List.of("v1.31.2", "v1.32.1");
          default -> List.of("v1.28.9+k3s1", "v1.30.4+k3s1");
        };
    return versions.get(random.nextInt(versions.size()));
  }

  private static List<Taint> taints(String name) {
    return switch (name) {
      case "prod-eu-west-1-3" ->
          List.of(
              new Taint("acme.example/maintenance", "planned", "NoSelect", "2026-10-31T23:45:00Z"));
      case "prod-eu-central-1-2" ->
          List.of(
              new Taint("acme.example/maintenance", "planned", "NoSelect", "2026-10-31T20:00:00Z"));
      case "prod-westus2-5" ->
          List.of(new Taint(API + "/unavailable", "", "NoSelect", "2026-10-31T22:10:00Z"));
      case "edge-porto-2" ->
          List.of(new Taint(API + "/unreachable", "", "NoSelect", "2026-10-31T23:58:00Z"));
      case "prod-europe-west4-6" ->
          List.of(new Taint("acme.example/draining", "", "NoSelectIfNew", "2026-10-30T08:00:00Z"));
      case "prod-us-east-1-4" ->
          List.of(new Taint("acme.example/spot", "", "PreferNoSelect", "2026-10-01T00:00:00Z"));
      default -> List.of();
    };
  }

  private String clusterObjects() {
    return HEADER
        + clusters.stream().map(ExampleFleet::object).collect(Collectors.joining("---\n"));
  }

  private static final String HEADER = "# Written by scripts/ExampleFleet.java; change it there.\n";

  private static String object(Cluster cluster) {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        "apiVersion: %s/v1\nkind: ManagedCluster\nmetadata:\n  name: %s\n  labels:\n"
            .formatted(API, cluster.name()));
    if (!cluster.set().isEmpty()) {
      yaml.append("    %s/clusterset: %s\n".formatted(API, cluster.set()));
    }
    cluster.labels().forEach((key, value) -> yaml.append("    %s: %s\n".formatted(key, value)));
    yaml.append("spec:\n  hubAcceptsClient: true\n");
    if (!cluster.taints().isEmpty()) {
      yaml.append("  taints:\n");
      cluster.taints().forEach(taint -> yaml.append(taint(taint)));
    }
    yaml.append("status:\n  version:\n    kubernetes: %s\n".formatted(cluster.version()));
    amounts(yaml, "allocatable", cluster, 0.9);
    amounts(yaml, "capacity", cluster, 1.0);
    yaml.append("  clusterClaims:\n");
    cluster
        .claims()
        .forEach(
            (name, value) -> yaml.append("  - name: %s\n    value: %s\n".formatted(name, value)));
    return yaml.append(conditions(cluster)).toString();
  }

  private static String taint(Taint taint) {
    String value = taint.value().isEmpty() ? "" : "    value: %s\n".formatted(taint.value());
    return "  - key: %s\n%s    effect: %s\n    timeAdded: \"%s\"\n"
        .formatted(taint.key(), value, taint.effect(), taint.since());
  }

  private static void amounts(StringBuilder yaml, String field, Cluster cluster, double part) {
    yaml.append(
        "  %s:\n    cpu: %dm\n    memory: %dMi\n"
            .formatted(
                field,
                Math.round(cluster.cpu() * 1000 * part),
                Math.round(cluster.memory() * 1024 * part)));
  }

  private static String conditions(Cluster cluster) {
    String reason =
        cluster.available() ? "ManagedClusterAvailable" : "ManagedClusterLeaseUpdateStopped";
    return "  conditions:\n"
        + condition("HubAcceptedManagedCluster", "True", "HubClusterAdminAccepted")
        + condition("ManagedClusterJoined", "True", "ManagedClusterJoined")
        + condition(
            "ManagedClusterConditionAvailable", cluster.available() ? "True" : "Unknown", reason);
  }

  private static String condition(String type, String status, String reason) {
    return "  - type: %s\n    status: \"%s\"\n    reason: %s\n    message: \"\"\n    lastTransitionTime: \"2026-10-01T00:00:00Z\"\n"
        .formatted(type, status, reason);
  }

  private String scoreObjects() {
    return HEADER
        + clusters.stream()
            .filter(cluster -> cluster.set().equals("prod"))
            .map(this::score)
            .collect(Collectors.joining("---\n"));
  }

  private String score(Cluster cluster) {
    // Two agents stopped reporting: one score is out of date, as a fleet has it on an ordinary day.
    String until =
        cluster.name().endsWith("us-east-1-2") ? "2026-10-31T12:00:00Z" : "2026-11-30T00:00:00Z";
    return """
        apiVersion: %s/v1alpha1
        kind: AddOnPlacementScore
        metadata:
          name: resource-usage
          namespace: %s
        status:
          scores:
          - name: cpuAvailable
            value: %d
          - name: memoryAvailable
            value: %d
          validUntil: "%s"
        """
        .formatted(API, cluster.name(), random.nextInt(-40, 101), random.nextInt(-40, 101), until);
  }

  private String decisionObjects() {
    List<String> storefront =
        List.of(
            "prod-eu-central-1-4",
            "prod-eu-west-1-1",
            "prod-eu-west-1-2",
            "prod-europe-west4-6",
            "prod-us-east-1-3");
    List<String> batch = List.of("prod-eu-west-1-1", "prod-eu-west-1-2", "prod-us-east-1-1");
    return HEADER
        + decision("acme-policies", "storefront-canary", storefront)
        + "---\n"
        + decision("acme-batch", "nightly", batch)
        + "---\n"
        + decision("acme-batch", "reports", batch.subList(0, 1));
  }

  private static String decision(String namespace, String placement, List<String> chosen) {
    return """
        apiVersion: %1$s/v1beta1
        kind: PlacementDecision
        metadata:
          name: %3$s-decision-1
          namespace: %2$s
          labels:
            %1$s/decision-group-index: "0"
            %1$s/decision-group-name: ""
            %1$s/placement: %3$s
        status:
          decisions:
        """
            .formatted(API, namespace, placement)
        + chosen.stream()
            .map(cluster -> "  - clusterName: %s\n    reason: \"\"\n".formatted(cluster))
            .collect(Collectors.joining());
  }

  private static String setObjects() {
    StringBuilder yaml = new StringBuilder(HEADER);
    yaml.append(set("prod", "ExclusiveClusterSetLabel", "")).append("---\n");
    yaml.append(set("dev", "ExclusiveClusterSetLabel", "")).append("---\n");
    yaml.append(set("edge", "LabelSelector", EDGE)).append("---\n");
    yaml.append(set("global", "LabelSelector", "    labelSelector: {}\n"));
    for (String name : List.of("prod", "edge", "global")) {
      for (String namespace : List.of("acme-policies", "acme-apps")) {
        yaml.append("---\n").append(binding(name, namespace));
      }
    }
    return yaml.append("---\n").append(binding("dev", "acme-labs")).toString();
  }

  private static final String EDGE =
      """
          labelSelector:
            matchLabels:
              tier: edge
            matchExpressions:
            - key: acme.example/site
              operator: Exists
      """;

  private static String set(String name, String type, String selector) {
    return """
        apiVersion: %s/v1beta2
        kind: ManagedClusterSet
        metadata:
          name: %s
        spec:
          clusterSelector:
            selectorType: %s
        """
            .formatted(API, name, type)
        + selector;
  }

  private static String binding(String name, String namespace) {
    return """
        apiVersion: %s/v1beta2
        kind: ManagedClusterSetBinding
        metadata:
          name: %2$s
          namespace: %3$s
        spec:
          clusterSet: %2$s
        """
        .formatted(API, name, namespace);
  }
}
