package io.openclustermanagement.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreStatus;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSpec;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.ManagedClusterVersion;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.compiler.Compiler;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.program.ClusterFacts;
import io.openclustermanagement.compiler.program.FleetDefinition.FleetCluster;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a fleet says of a cluster is what the objects say of it. */
class FleetImportTest {
  private static final List<String> NAMES = List.of("eu-1", "10.eu", "where", "a--b", "cluster");
  private static final List<String> WORDS = List.of("env", "where", "a.b/c", "10", "true", "x-y");
  private static final List<String> VALUES = List.of("", "prod", "true", "10", "A.b");

  @Test
  void factsComeBack() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<KubernetesObject> objects = new ArrayList<>();
      objects.add(new ManagedClusterSet(ObjectMeta.named("10.prod"), null, null));
      Map<String, List<Object>> wanted = new HashMap<>();
      for (String name : NAMES) {
        ManagedCluster cluster = cluster(name, random);
        objects.add(cluster);
        Map<String, Map<String, Integer>> scores = new HashMap<>();
        if (random.nextBoolean()) {
          objects.add(score(name, random, scores));
        }
        wanted.put(name, facts(cluster, scores));
      }
      ImportResult result = Laws.imported(Laws.yaml(objects));
      assertThat(result.diagnostics()).as("seed " + seed).isEmpty();
      assertThat(facts(result)).as("seed " + seed).isEqualTo(wanted);
    }
  }

  private static Map<String, List<Object>> facts(ImportResult result) {
    List<SourceFile> sources =
        result.files().stream().map(file -> new SourceFile(file.name(), file.text())).toList();
    Map<String, List<Object>> facts = new HashMap<>();
    Compiler.compile(sources, CompilerOptions.DEFAULT).program().modules().stream()
        .flatMap(module -> module.fleets().stream())
        .flatMap(fleet -> fleet.clusters().stream())
        .forEach(cluster -> facts.put(name(cluster), facts(cluster.facts())));
    return facts;
  }

  private static String name(FleetCluster cluster) {
    assertThat(cluster.clusterNames()).hasSize(1);
    return cluster.clusterNames().getFirst();
  }

  private static List<Object> facts(ClusterFacts facts) {
    return List.of(
        facts.labels(),
        facts.claims(),
        facts.version().orElse(""),
        facts.allocatable(),
        facts.taints().stream()
            .map(taint -> List.of(taint.key(), taint.value(), taint.effect()))
            .toList(),
        facts.scores());
  }

  private static List<Object> facts(
      ManagedCluster cluster, Map<String, Map<String, Integer>> scores) {
    var version = Objects.requireNonNull(cluster.status()).version();
    return List.of(
        cluster.metadata().labels(),
        cluster.claims(),
        version == null ? "" : Objects.requireNonNull(version.kubernetes()),
        cluster.allocatable(),
        cluster.taints().stream()
            .map(
                taint ->
                    List.of(
                        taint.key(), Objects.requireNonNullElse(taint.value(), ""), taint.effect()))
            .toList(),
        scores);
  }

  private static ManagedCluster cluster(String name, Random random) {
    Map<String, String> labels = new TreeMap<>(strings(random));
    if (random.nextBoolean()) {
      labels.put(ClusterLabels.CLUSTER_SET, pick(random, "10.prod", "elsewhere"));
    }
    List<Taint> taints = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      taints.add(
          new Taint(
              pick(random, "gpu", "a.b/c", ClusterLabels.TAINT_UNREACHABLE),
              pick(random, null, "", "a \"b\" ${c}"),
              pick(random, TaintEffect.values()),
              null));
    }
    String version = pick(random, null, "v1.31.2", "v1.29.0-rc.1+eks-4", "v1.30.0+k3s1");
    Map<String, Quantity> allocatable = new TreeMap<>();
    strings(random)
        .keySet()
        .forEach(
            key -> allocatable.put(key, new Quantity(pick(random, "64", "0.5", "250m", "8Gi"))));
    List<ManagedClusterClaim> claims = new ArrayList<>();
    strings(random).forEach((key, value) -> claims.add(new ManagedClusterClaim(key, value + "!")));
    return new ManagedCluster(
        ObjectMeta.of(null, name, labels),
        new ManagedClusterSpec(List.of(), null, null, taints),
        new ManagedClusterStatus(
            List.of(),
            Map.of(),
            allocatable,
            version == null ? null : new ManagedClusterVersion(version),
            claims,
            List.of()));
  }

  private static AddOnPlacementScore score(
      String cluster, Random random, Map<String, Map<String, Integer>> scores) {
    Map<String, Integer> values = new TreeMap<>();
    strings(random).keySet().forEach(key -> values.put(key, random.nextInt(201) - 100));
    scores.put("usage", values);
    return new AddOnPlacementScore(
        ObjectMeta.named(cluster, "usage"),
        new AddOnPlacementScoreStatus(
            List.of(),
            values.entrySet().stream()
                .map(each -> new AddOnPlacementScoreItem(each.getKey(), each.getValue()))
                .toList(),
            null));
  }

  private static Map<String, String> strings(Random random) {
    Map<String, String> strings = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      strings.put(
          WORDS.get(random.nextInt(WORDS.size())), VALUES.get(random.nextInt(VALUES.size())));
    }
    return strings;
  }

  @SafeVarargs
  private static <T extends @Nullable Object> T pick(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }
}
