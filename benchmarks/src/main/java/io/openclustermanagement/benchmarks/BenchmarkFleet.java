package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.cluster.ClusterClaimSelector;
import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.ManagedClusterSetBindingSpec;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.cluster.PlacementDecisionStatus;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.placement.DuplicateObjectException;
import io.openclustermanagement.placement.Fleet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A fleet and placements of a given size, the same ones for the same size.
 *
 * <p>A cluster has 20 labels and 5 claims: labels {@code k0 … k19} with 10 values each, of which
 * {@code k0} splits the fleet into ten equal parts, claims {@code c0 … c4} with 5 values. A
 * placement has 3 to 5 terms out of a pool that all placements share, {@code numberOfClusters: 10}
 * and the default prioritizers; every placement already has decisions, so that Balance and Steady
 * have work to do.
 */
public final class BenchmarkFleet {
  private static final String NAMESPACE = "bench";
  private static final String SET = "all";
  private static final int LABELS = 20;
  private static final int LABEL_VALUES = 10;
  private static final int CLAIMS = 5;
  private static final int CLAIM_VALUES = 5;

  private final Random random = new Random(42);
  private final List<ManagedCluster> clusters = new ArrayList<>();

  private BenchmarkFleet(int size) {
    for (int i = 0; i < size; i++) {
      clusters.add(cluster(i));
    }
  }

  /** How much of the fleet a placement matches. */
  public enum Share {
    TENTH,
    ALL
  }

  /** The fleet and the placements that are scheduled on it. */
  public record Workload(Fleet fleet, List<Placement> placements) {}

  /** A workload of that many clusters and placements. */
  public static Workload workload(int clusters, int placements, Share share) {
    return new BenchmarkFleet(clusters).workload(placements, share);
  }

  /** The cluster with another value of one label. */
  public static ManagedCluster relabelled(ManagedCluster cluster, Random random) {
    Map<String, String> labels = new HashMap<>(cluster.metadata().labels());
    labels.put("k" + random.nextInt(LABELS), "v" + random.nextInt(LABEL_VALUES));
    return new ManagedCluster(
        cluster.metadata().withLabels(labels), cluster.spec(), cluster.status());
  }

  private Workload workload(int count, Share share) {
    Fleet.Builder fleet = Fleet.builder().addAll(clusters);
    fleet.add(new ManagedClusterSet(ObjectMeta.named(SET), null, null));
    fleet.add(
        new ManagedClusterSetBinding(
            ObjectMeta.named(NAMESPACE, SET), new ManagedClusterSetBindingSpec(SET), null));
    List<Placement> placements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Placement placement = placement("placement-" + i, share);
      placements.add(placement);
      fleet.add(decision(placement.metadata().name()));
    }
    try {
      return new Workload(fleet.build(), List.copyOf(placements));
    } catch (DuplicateObjectException e) {
      throw new IllegalStateException(e);
    }
  }

  private ManagedCluster cluster(int index) {
    Map<String, String> labels = new HashMap<>();
    labels.put(ClusterLabels.CLUSTER_SET, SET);
    labels.put("k0", "v" + index % LABEL_VALUES);
    for (int k = 1; k < LABELS; k++) {
      labels.put("k" + k, "v" + random.nextInt(LABEL_VALUES));
    }
    List<ManagedClusterClaim> claims = new ArrayList<>();
    for (int c = 0; c < CLAIMS; c++) {
      claims.add(new ManagedClusterClaim("c" + c, "v" + random.nextInt(CLAIM_VALUES)));
    }
    return new ManagedCluster(
        ObjectMeta.of(null, "cluster-%06d".formatted(index), labels),
        null,
        new ManagedClusterStatus(List.of(), Map.of(), Map.of(), null, claims, List.of()));
  }

  /**
   * One term decides about the share; the others hold for every cluster but still have to be
   * tested.
   */
  private Placement placement(String name, Share share) {
    List<LabelSelectorRequirement> labels = new ArrayList<>();
    List<LabelSelectorRequirement> claims = new ArrayList<>();
    if (share == Share.TENTH) {
      labels.add(in("k0", List.of("v" + random.nextInt(LABEL_VALUES))));
    } else {
      labels.add(exists("k" + random.nextInt(LABELS)));
    }
    int terms = 3 + random.nextInt(3);
    while (labels.size() + claims.size() < terms) {
      switch (random.nextInt(3)) {
        case 0 -> labels.add(notIn("k" + random.nextInt(LABELS), "x" + random.nextInt(8)));
        case 1 -> labels.add(in("k" + (1 + random.nextInt(LABELS - 1)), values(LABEL_VALUES)));
        default -> claims.add(in("c" + random.nextInt(CLAIMS), values(CLAIM_VALUES)));
      }
    }
    ClusterSelector selector =
        new ClusterSelector(
            new LabelSelector(labels, Map.of()), new ClusterClaimSelector(claims), null);
    return new Placement(ObjectMeta.named(NAMESPACE, name), spec(selector), null);
  }

  private static PlacementSpec spec(ClusterSelector selector) {
    return new PlacementSpec(
        List.of(),
        10,
        List.of(new ClusterPredicate(selector)),
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }

  private PlacementDecision decision(String placement) {
    List<ClusterDecision> chosen = new ArrayList<>();
    random
        .ints(0, clusters.size())
        .distinct()
        .limit(10)
        .mapToObj(i -> new ClusterDecision(clusters.get(i).metadata().name(), "", null))
        .forEach(chosen::add);
    return new PlacementDecision(
        ObjectMeta.of(
            NAMESPACE, placement + "-decision-1", Map.of(ClusterLabels.PLACEMENT, placement)),
        new PlacementDecisionStatus(chosen));
  }

  private static LabelSelectorRequirement in(String key, List<String> values) {
    return new LabelSelectorRequirement(key, LabelSelectorRequirement.IN, values);
  }

  private static LabelSelectorRequirement notIn(String key, String value) {
    return new LabelSelectorRequirement(key, LabelSelectorRequirement.NOT_IN, List.of(value));
  }

  private static LabelSelectorRequirement exists(String key) {
    return new LabelSelectorRequirement(key, LabelSelectorRequirement.EXISTS, List.of());
  }

  private static List<String> values(int count) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add("v" + i);
    }
    return values;
  }
}
