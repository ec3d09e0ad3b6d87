package io.openclustermanagement.placement.explain;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreStatus;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterSpec;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.ManagedClusterVersion;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.SpreadPolicy;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.placement.Fleet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Objects with one thing changed. */
final class Edits {
  private static final ManagedClusterStatus NO_STATUS =
      new ManagedClusterStatus(List.of(), Map.of(), Map.of(), null, List.of(), List.of());

  private Edits() {}

  static ManagedCluster label(ManagedCluster cluster, String key, @Nullable String value) {
    ObjectMeta metadata = cluster.metadata();
    return new ManagedCluster(
        metadata.withLabels(with(metadata.labels(), key, value)), cluster.spec(), cluster.status());
  }

  static ManagedCluster claim(ManagedCluster cluster, String name, @Nullable String value) {
    ManagedClusterStatus status = status(cluster);
    List<ManagedClusterClaim> claims = new ArrayList<>(status.clusterClaims());
    claims.removeIf(c -> name.equals(c.name()));
    if (value != null) {
      claims.add(new ManagedClusterClaim(name, value));
    }
    return with(cluster, status.capacity(), status.allocatable(), status.version(), claims);
  }

  static ManagedCluster without(ManagedCluster cluster, Change.RemoveTaint removed) {
    ManagedClusterSpec spec = Objects.requireNonNull(cluster.spec());
    List<Taint> taints =
        spec.taints().stream()
            .filter(
                t ->
                    !t.key().equals(removed.key())
                        || t.effect() != removed.effect()
                        || !Objects.equals(t.value(), removed.value()))
            .toList();
    return new ManagedCluster(
        cluster.metadata(),
        new ManagedClusterSpec(
            spec.managedClusterClientConfigs(),
            spec.hubAcceptsClient(),
            spec.leaseDurationSeconds(),
            taints),
        cluster.status());
  }

  static ManagedCluster version(ManagedCluster cluster, @Nullable String version) {
    ManagedClusterStatus status = status(cluster);
    ManagedClusterVersion changed = version == null ? null : new ManagedClusterVersion(version);
    return with(cluster, status.capacity(), status.allocatable(), changed, status.clusterClaims());
  }

  static ManagedCluster allocatable(ManagedCluster cluster, String resource, Quantity amount) {
    ManagedClusterStatus status = status(cluster);
    return with(
        cluster,
        status.capacity(),
        with(status.allocatable(), resource, amount),
        status.version(),
        status.clusterClaims());
  }

  static ManagedCluster capacity(ManagedCluster cluster, String resource, Quantity amount) {
    ManagedClusterStatus status = status(cluster);
    return with(
        cluster,
        with(status.capacity(), resource, amount),
        status.allocatable(),
        status.version(),
        status.clusterClaims());
  }

  static Fleet score(Fleet fleet, Change.SetScore score) {
    AddOnPlacementScore old = fleet.find(score.cluster(), score.resourceName());
    List<AddOnPlacementScoreItem> items = new ArrayList<>();
    if (old != null && old.status() != null) {
      items.addAll(old.status().scores());
    }
    items.removeIf(i -> i.name().equals(score.scoreName()));
    items.add(new AddOnPlacementScoreItem(score.scoreName(), score.value()));
    return fleet.with(
        new AddOnPlacementScore(
            ObjectMeta.named(score.cluster(), score.resourceName()),
            new AddOnPlacementScoreStatus(List.of(), items, null)));
  }

  static Placement number(Placement placement, int number) {
    return with(placement, placement.spec().clusterSets(), number, placement.spec().spreadPolicy());
  }

  static Placement clusterSet(Placement placement, String set) {
    List<String> sets = new ArrayList<>(placement.spec().clusterSets());
    sets.add(set);
    PlacementSpec spec = placement.spec();
    return with(placement, sets, spec.numberOfClusters(), spec.spreadPolicy());
  }

  static Placement maxSkew(Placement placement, int constraint, int maxSkew) {
    SpreadPolicy policy = Objects.requireNonNull(placement.spec().spreadPolicy());
    List<SpreadConstraintsTerm> terms = new ArrayList<>(policy.spreadConstraints());
    SpreadConstraintsTerm old = terms.get(constraint);
    terms.set(
        constraint,
        new SpreadConstraintsTerm(
            old.topologyKey(), old.topologyKeyType(), maxSkew, old.whenUnsatisfiable()));
    PlacementSpec spec = placement.spec();
    return with(placement, spec.clusterSets(), spec.numberOfClusters(), new SpreadPolicy(terms));
  }

  private static Placement with(
      Placement placement,
      List<String> sets,
      @Nullable Integer number,
      @Nullable SpreadPolicy spread) {
    PlacementSpec spec = placement.spec();
    return new Placement(
        placement.metadata(),
        new PlacementSpec(
            sets,
            number,
            spec.predicates(),
            spec.prioritizerPolicy(),
            spread,
            spec.tolerations(),
            spec.decisionStrategy(),
            spec.sortBy(),
            spec.scoreRateLimit()),
        placement.status());
  }

  private static ManagedClusterStatus status(ManagedCluster cluster) {
    return cluster.status() == null ? NO_STATUS : cluster.status();
  }

  private static ManagedCluster with(
      ManagedCluster cluster,
      Map<String, Quantity> capacity,
      Map<String, Quantity> allocatable,
      @Nullable ManagedClusterVersion version,
      List<ManagedClusterClaim> claims) {
    ManagedClusterStatus old = status(cluster);
    return new ManagedCluster(
        cluster.metadata(),
        cluster.spec(),
        new ManagedClusterStatus(
            old.conditions(), capacity, allocatable, version, claims, old.managedNamespaces()));
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, @Nullable V value) {
    Map<String, V> changed = new LinkedHashMap<>(map);
    if (value == null) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return changed;
  }
}
