package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreStatus;
import io.openclustermanagement.api.cluster.AddOnScore;
import io.openclustermanagement.api.cluster.ClusterClaimSelector;
import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.DecisionGroup;
import io.openclustermanagement.api.cluster.DecisionStrategy;
import io.openclustermanagement.api.cluster.GroupClusterSelector;
import io.openclustermanagement.api.cluster.GroupStrategy;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterSelector;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.ManagedClusterSetBindingSpec;
import io.openclustermanagement.api.cluster.ManagedClusterSetSpec;
import io.openclustermanagement.api.cluster.ManagedClusterSpec;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.cluster.PlacementDecisionStatus;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.PrioritizerConfig;
import io.openclustermanagement.api.cluster.PrioritizerPolicy;
import io.openclustermanagement.api.cluster.ScoreCoordinate;
import io.openclustermanagement.api.cluster.ScoreCoordinateType;
import io.openclustermanagement.api.cluster.SelectorType;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.SpreadPolicy;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.cluster.Toleration;
import io.openclustermanagement.api.cluster.TopologyKeyType;
import io.openclustermanagement.api.cluster.UnsatisfiableMaxSkewAction;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Random fleets and placements with every feature of the scheduler, small enough to collide often.
 */
public final class RandomFleets {
  /** The clock of the fleets. */
  public static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");

  private static final List<String> NAMESPACES = List.of("team-a", "team-b");
  private static final List<String> SETS = List.of("blue", "green", "global", "empty");
  private static final List<String> ENVS = List.of("prod", "test", "dev");
  private static final List<String> REGIONS = List.of("eu-1", "eu-2", "us-1");
  private static final List<String> AMOUNTS = List.of("500m", "4", "15890m", "64", "1500m", "8");
  private static final List<String> MEMORY =
      List.of("8Gi", "512Mi", "128974848k", "1Ti", "15000Mi");
  private static final List<String> TAINTS =
      List.of("gpu", "maintenance", ClusterLabels.TAINT_UNREACHABLE);

  private final Random random;

  public RandomFleets(Random random) {
    this.random = random;
  }

  static ManagedCluster bareCluster(String name) {
    return new ManagedCluster(ObjectMeta.named(name), null, null);
  }

  public Fleet fleet(int clusters) {
    Fleet.Builder builder = Fleet.builder();
    for (int i = 0; i < clusters; i++) {
      builder.add(cluster("c" + i));
      for (String resource : List.of("usage", "cost")) {
        if (random.nextInt(3) > 0) {
          builder.add(score("c" + i, resource));
        }
      }
    }
    SETS.stream().filter(s -> random.nextInt(8) > 0).forEach(s -> builder.add(set(s)));
    for (String namespace : NAMESPACES) {
      for (String set : SETS) {
        if (random.nextInt(3) > 0) {
          builder.add(binding(namespace, set));
        }
      }
    }
    for (String namespace : NAMESPACES) {
      for (String placement : List.of("pl", "other", "third")) {
        for (int i = 1; i <= random.nextInt(3); i++) {
          builder.add(decision(namespace, placement, i, clusters));
        }
      }
    }
    try {
      return builder.build();
    } catch (DuplicateObjectException e) {
      throw new IllegalStateException(e);
    }
  }

  public ManagedCluster cluster(String name) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(ClusterLabels.CLUSTER_SET, one(SETS));
    maybe(3, () -> labels.put("env", one(ENVS)));
    maybe(3, () -> labels.put("region", one(REGIONS)));
    maybe(1, () -> labels.put("gpu", one(List.of("", "true"))));
    List<ManagedClusterClaim> claims = new ArrayList<>();
    maybe(3, () -> claims.add(new ManagedClusterClaim("zone", one(REGIONS))));
    maybe(2, () -> claims.add(new ManagedClusterClaim("platform", one(List.of("AWS", "GCP")))));
    Map<String, Quantity> allocatable = new LinkedHashMap<>();
    maybe(3, () -> allocatable.put("cpu", new Quantity(one(AMOUNTS))));
    maybe(3, () -> allocatable.put("memory", new Quantity(one(MEMORY))));
    Map<String, Quantity> capacity = new LinkedHashMap<>();
    maybe(4, () -> capacity.put("cpu", new Quantity("128")));
    maybe(4, () -> capacity.put("memory", new Quantity("1Ti")));
    List<Taint> taints = new ArrayList<>();
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      taints.add(taint());
    }
    Instant deleted = random.nextInt(15) == 0 ? NOW.minusSeconds(60) : null;
    return new ManagedCluster(
        ObjectMeta.of(null, name, labels).withDeletionTimestamp(deleted),
        new ManagedClusterSpec(List.of(), true, 60, taints),
        new ManagedClusterStatus(List.of(), capacity, allocatable, null, claims, List.of()));
  }

  private Taint taint() {
    Instant added = random.nextInt(6) == 0 ? null : NOW.minusSeconds(random.nextInt(4) * 600L);
    return new Taint(
        one(TAINTS),
        random.nextBoolean() ? null : one(List.of("x", "true")),
        one(List.of(TaintEffect.values())),
        added);
  }

  public AddOnPlacementScore score(String cluster, String resource) {
    List<AddOnPlacementScoreItem> items = new ArrayList<>();
    for (String name : List.of("cpu", "mem")) {
      maybe(4, () -> items.add(new AddOnPlacementScoreItem(name, random.nextInt(201) - 100)));
    }
    Instant validUntil =
        switch (random.nextInt(6)) {
          case 0 -> NOW.minusSeconds(1);
          case 1 -> NOW;
          case 2 -> NOW.plusSeconds(100);
          default -> null;
        };
    return new AddOnPlacementScore(
        ObjectMeta.named(cluster, resource),
        random.nextInt(10) == 0
            ? null
            : new AddOnPlacementScoreStatus(List.of(), items, validUntil));
  }

  public ManagedClusterSet set(String name) {
    ManagedClusterSelector selector =
        switch (name) {
          case "global" ->
              new ManagedClusterSelector(
                  SelectorType.LABEL_SELECTOR, new LabelSelector(List.of(), Map.of()));
          case "empty" ->
              new ManagedClusterSelector(
                  SelectorType.LABEL_SELECTOR,
                  random.nextInt(3) > 0
                      ? null
                      : new LabelSelector(
                          List.of(requirement("gpu", List.of("true"), 40)), Map.of()));
          default ->
              random.nextInt(4) == 0
                  ? null
                  : new ManagedClusterSelector(SelectorType.EXCLUSIVE_CLUSTER_SET_LABEL, null);
        };
    return new ManagedClusterSet(
        ObjectMeta.named(name), new ManagedClusterSetSpec(selector, List.of()), null);
  }

  public ManagedClusterSetBinding binding(String namespace, String set) {
    return new ManagedClusterSetBinding(
        ObjectMeta.named(namespace, set), new ManagedClusterSetBindingSpec(set), null);
  }

  public ManagedClusterSetBinding binding() {
    return binding(one(NAMESPACES), one(SETS));
  }

  public ManagedClusterSet set() {
    return set(one(SETS));
  }

  public PlacementDecision decision(int clusters) {
    return decision(
        one(NAMESPACES), one(List.of("pl", "other", "third")), 1 + random.nextInt(2), clusters);
  }

  private PlacementDecision decision(String namespace, String placement, int number, int clusters) {
    List<ClusterDecision> decisions = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      decisions.add(new ClusterDecision("c" + random.nextInt(clusters + 2), "", null));
    }
    return new PlacementDecision(
        ObjectMeta.of(
            namespace,
            placement + "-decision-" + number,
            Map.of(ClusterLabels.PLACEMENT, placement)),
        random.nextInt(10) == 0 ? null : new PlacementDecisionStatus(decisions));
  }

  public Placement placement() {
    return placement(one(NAMESPACES), one(List.of("pl", "fresh")));
  }

  public Placement placement(String namespace, String name) {
    ObjectMeta metadata = ObjectMeta.named(namespace, name);
    if (random.nextInt(40) == 0) {
      metadata =
          metadata.withAnnotations(
              Map.of(ClusterLabels.SCHEDULING_DISABLE, random.nextBoolean() ? "true" : "false"));
    }
    List<String> sets = new ArrayList<>();
    maybe(1, () -> sets.addAll(List.of(one(SETS), one(SETS))));
    return new Placement(
        metadata,
        new PlacementSpec(
            sets,
            random.nextInt(3) == 0 ? null : random.nextInt(7),
            many(3, this::predicate),
            random.nextInt(3) > 0 ? policy() : null,
            random.nextInt(3) > 0 ? null : new SpreadPolicy(many(2, this::spread)),
            many(3, this::toleration),
            random.nextBoolean() ? new DecisionStrategy(groups()) : null,
            null,
            null),
        null);
  }

  private ClusterPredicate predicate() {
    if (random.nextInt(12) == 0) {
      return new ClusterPredicate(null);
    }
    return new ClusterPredicate(new ClusterSelector(labels(), claims(), null));
  }

  private @Nullable LabelSelector labels() {
    if (random.nextInt(4) == 0) {
      return null;
    }
    Map<String, String> matchLabels = random.nextInt(3) == 0 ? Map.of("env", one(ENVS)) : Map.of();
    return new LabelSelector(many(1, () -> requirement("region", REGIONS, 60)), matchLabels);
  }

  private @Nullable ClusterClaimSelector claims() {
    return random.nextInt(3) > 0
        ? null
        : new ClusterClaimSelector(many(2, () -> requirement("zone", REGIONS, 60)));
  }

  private LabelSelectorRequirement requirement(String key, List<String> values, int oneBadIn) {
    int kind = random.nextInt(oneBadIn);
    return switch (kind) {
      case 0 -> new LabelSelectorRequirement(key, "Near", List.of("x"));
      case 1 -> new LabelSelectorRequirement(key, "In", List.of());
      case 2 -> new LabelSelectorRequirement(key, "Exists", List.of("x"));
      case 3, 4, 5, 6, 7 -> new LabelSelectorRequirement(key, "Exists", List.of());
      case 8, 9, 10, 11 -> new LabelSelectorRequirement(key, "DoesNotExist", List.of());
      default ->
          new LabelSelectorRequirement(
              key, kind % 3 == 0 ? "NotIn" : "In", List.of(one(values), one(values)));
    };
  }

  private PrioritizerPolicy policy() {
    String mode =
        one(
            List.of(
                "Additive",
                "Additive",
                "Exact",
                "Exact",
                "",
                "Additive",
                "Exact",
                "Additive",
                "exact"));
    return new PrioritizerPolicy(
        random.nextInt(8) == 0 ? null : mode, many(3, this::configuration));
  }

  private PrioritizerConfig configuration() {
    if (random.nextInt(60) == 0) {
      return new PrioritizerConfig(null, 1);
    }
    int weight = random.nextInt(5) == 0 ? 0 : random.nextInt(21) - 10;
    ScoreCoordinate coordinate =
        switch (random.nextInt(40)) {
          case 0 -> new ScoreCoordinate(ScoreCoordinateType.BUILT_IN, "Nonsense", null);
          case 1 -> new ScoreCoordinate(ScoreCoordinateType.ADD_ON, null, null);
          case 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 ->
              new ScoreCoordinate(
                  ScoreCoordinateType.ADD_ON,
                  null,
                  new AddOnScore(one(List.of("usage", "cost")), one(List.of("cpu", "mem"))));
          default ->
              new ScoreCoordinate(
                  ScoreCoordinateType.BUILT_IN,
                  one(
                      List.of(
                          "Balance",
                          "Steady",
                          "ResourceAllocatableCPU",
                          "ResourceAllocatableMemory")),
                  null);
        };
    return new PrioritizerConfig(coordinate, weight);
  }

  private Toleration toleration() {
    boolean exists = random.nextBoolean();
    String key = random.nextInt(exists ? 4 : 40) == 0 ? null : one(TAINTS);
    String value = exists && random.nextInt(30) > 0 ? null : one(List.of("x", "true", ""));
    Long seconds = random.nextInt(2) == 0 ? null : (long) random.nextInt(4) * 500;
    return new Toleration(
        key,
        exists ? "Exists" : random.nextBoolean() ? "Equal" : null,
        value,
        random.nextBoolean() ? null : one(List.of(TaintEffect.values())),
        seconds);
  }

  private SpreadConstraintsTerm spread() {
    boolean label = random.nextBoolean();
    return new SpreadConstraintsTerm(
        label ? "region" : "zone",
        label ? TopologyKeyType.LABEL : TopologyKeyType.CLAIM,
        random.nextInt(3) == 0 ? null : 1 + random.nextInt(2),
        random.nextInt(3) == 0 ? null : one(List.of(UnsatisfiableMaxSkewAction.values())));
  }

  private GroupStrategy groups() {
    IntOrString length =
        switch (random.nextInt(12)) {
          case 0 -> null;
          case 1 -> IntOrString.of("many");
          case 2 -> IntOrString.of("x%");
          case 3, 4, 5 -> IntOrString.of(random.nextInt(5));
          default -> IntOrString.of(one(List.of("25%", "33%", "100%", "1%")));
        };
    return new GroupStrategy(
        many(
            2,
            () ->
                new DecisionGroup(
                    one(List.of("canary", "wave")), new GroupClusterSelector(labels(), claims()))),
        length);
  }

  private <T> List<T> many(int atMost, Supplier<T> maker) {
    List<T> made = new ArrayList<>();
    for (int i = random.nextInt(atMost + 1); i > 0; i--) {
      made.add(maker.get());
    }
    return made;
  }

  private void maybe(int fifths, Runnable action) {
    if (random.nextInt(5) < fifths) {
      action.run();
    }
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
