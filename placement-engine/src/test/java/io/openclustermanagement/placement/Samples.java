package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreStatus;
import io.openclustermanagement.api.cluster.AddOnScore;
import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.DecisionStrategy;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSelector;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.ManagedClusterSetSpec;
import io.openclustermanagement.api.cluster.ManagedClusterSpec;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.cluster.PlacementDecisionStatus;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.PrioritizerConfig;
import io.openclustermanagement.api.cluster.PrioritizerPolicy;
import io.openclustermanagement.api.cluster.ScoreCoordinate;
import io.openclustermanagement.api.cluster.ScoreCoordinateType;
import io.openclustermanagement.api.cluster.SelectorType;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.Toleration;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.meta.ObjectMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small objects for examples: everything is bound to namespace {@code ns} through a set of all. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private Samples() {}

  /** A fleet of the objects, whose clusters are all in the set {@code all} that is bound. */
  public static Fleet fleet(KubernetesObject... objects) {
    List<KubernetesObject> all = new ArrayList<>(Arrays.asList(objects));
    all.add(everything());
    all.add(new ManagedClusterSetBinding(ObjectMeta.named("ns", "all"), null, null));
    return fleetOf(all);
  }

  public static Fleet fleetOf(List<KubernetesObject> objects) {
    try {
      return Fleet.builder().addAll(objects).build();
    } catch (DuplicateObjectException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ManagedClusterSet everything() {
    return set("all", new LabelSelector(List.of(), Map.of()));
  }

  public static ManagedClusterSet set(String name, @Nullable LabelSelector selector) {
    return new ManagedClusterSet(
        ObjectMeta.named(name),
        new ManagedClusterSetSpec(
            new ManagedClusterSelector(SelectorType.LABEL_SELECTOR, selector), List.of()),
        null);
  }

  public static ManagedCluster cluster(String name, Map<String, String> labels, Taint... taints) {
    return new ManagedCluster(
        ObjectMeta.of(null, name, labels),
        new ManagedClusterSpec(List.of(), true, 60, List.of(taints)),
        null);
  }

  public static AddOnPlacementScore score(
      String cluster, String resource, int value, @Nullable Instant validUntil) {
    return new AddOnPlacementScore(
        ObjectMeta.named(cluster, resource),
        new AddOnPlacementScoreStatus(
            List.of(), List.of(new AddOnPlacementScoreItem("cpu", value)), validUntil));
  }

  public static PlacementDecision decision(String namespace, String placement, String... clusters) {
    return new PlacementDecision(
        ObjectMeta.of(
            namespace, placement + "-decision-1", Map.of(ClusterLabels.PLACEMENT, placement)),
        new PlacementDecisionStatus(
            Arrays.stream(clusters).map(c -> new ClusterDecision(c, "", null)).toList()));
  }

  /** The placement {@code ns/pl} that chooses everything. */
  public static Placement placement() {
    return new Placement(ObjectMeta.named("ns", "pl"), PlacementSpec.EMPTY, null);
  }

  public static Placement choosing(Placement placement, int number) {
    PlacementSpec s = placement.spec();
    return with(placement, number, s.predicates(), s.prioritizerPolicy(), s.tolerations(), null);
  }

  public static Placement where(Placement placement, LabelSelectorRequirement... terms) {
    PlacementSpec s = placement.spec();
    List<ClusterPredicate> predicates = new ArrayList<>(s.predicates());
    LabelSelector selector = new LabelSelector(List.of(terms), Map.of());
    predicates.add(new ClusterPredicate(new ClusterSelector(selector, null, null)));
    return with(
        placement, s.numberOfClusters(), predicates, s.prioritizerPolicy(), s.tolerations(), null);
  }

  public static Placement preferring(
      Placement placement, String mode, PrioritizerConfig... configurations) {
    PlacementSpec s = placement.spec();
    PrioritizerPolicy policy = new PrioritizerPolicy(mode, List.of(configurations));
    return with(placement, s.numberOfClusters(), s.predicates(), policy, s.tolerations(), null);
  }

  public static Placement tolerating(Placement placement, Toleration... tolerations) {
    PlacementSpec s = placement.spec();
    return with(
        placement,
        s.numberOfClusters(),
        s.predicates(),
        s.prioritizerPolicy(),
        List.of(tolerations),
        null);
  }

  public static Placement grouping(Placement placement, DecisionStrategy strategy) {
    PlacementSpec s = placement.spec();
    return with(
        placement,
        s.numberOfClusters(),
        s.predicates(),
        s.prioritizerPolicy(),
        s.tolerations(),
        strategy);
  }

  private static Placement with(
      Placement placement,
      @Nullable Integer number,
      List<ClusterPredicate> predicates,
      @Nullable PrioritizerPolicy policy,
      List<Toleration> tolerations,
      @Nullable DecisionStrategy strategy) {
    return new Placement(
        placement.metadata(),
        new PlacementSpec(
            List.of(), number, predicates, policy, null, tolerations, strategy, null, null),
        null);
  }

  public static PrioritizerConfig builtIn(String name, int weight) {
    return new PrioritizerConfig(
        new ScoreCoordinate(ScoreCoordinateType.BUILT_IN, name, null), weight);
  }

  public static PrioritizerConfig addOn(String resource, int weight) {
    return new PrioritizerConfig(
        new ScoreCoordinate(ScoreCoordinateType.ADD_ON, null, new AddOnScore(resource, "cpu")),
        weight);
  }

  public static LabelSelectorRequirement in(String key, String... values) {
    return new LabelSelectorRequirement(key, LabelSelectorRequirement.IN, List.of(values));
  }

  public static PlacementResult schedule(Fleet fleet, Placement placement) {
    return Scheduler.on(fleet, SchedulerOptions.of(Target.NATIVE)).schedule(placement, NOW);
  }

  /** Total by cluster. */
  public static Map<String, Long> totals(PlacementResult result) {
    Map<String, Long> totals = new LinkedHashMap<>();
    result.scores().forEach(s -> totals.put(s.cluster(), s.total()));
    return totals;
  }

  public static List<String> chosen(PlacementResult result) {
    return result.decisions().stream().map(Decision::cluster).toList();
  }
}
