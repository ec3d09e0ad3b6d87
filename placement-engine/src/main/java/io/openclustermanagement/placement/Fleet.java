package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of what a scheduler looks at. Lists are in the order of names. A changed
 * copy costs an array copy and shares everything else.
 */
public final class Fleet implements AddOnScores {
  private final SortedTable<ManagedCluster> clusters;
  private final SortedTable<ManagedClusterSet> sets;
  private final SortedTable<ManagedClusterSetBinding> bindings;
  private final SortedTable<AddOnPlacementScore> scores;
  private final SortedTable<PlacementDecision> decisions;

  private Fleet(
      SortedTable<ManagedCluster> clusters,
      SortedTable<ManagedClusterSet> sets,
      SortedTable<ManagedClusterSetBinding> bindings,
      SortedTable<AddOnPlacementScore> scores,
      SortedTable<PlacementDecision> decisions) {
    this.clusters = clusters;
    this.sets = sets;
    this.bindings = bindings;
    this.scores = scores;
    this.decisions = decisions;
  }

  /** A fleet without anything. */
  public static Fleet empty() {
    return new Fleet(
        SortedTable.empty(),
        SortedTable.empty(),
        SortedTable.empty(),
        SortedTable.empty(),
        SortedTable.empty());
  }

  /** A builder without anything. */
  public static Builder builder() {
    return new Builder();
  }

  /** Every cluster, by name. */
  public List<ManagedCluster> clusters() {
    return clusters.values();
  }

  /** The cluster of that name. */
  public @Nullable ManagedCluster cluster(String name) {
    return clusters.get(name);
  }

  /** Every cluster set, by name. */
  public List<ManagedClusterSet> clusterSets() {
    return sets.values();
  }

  /** The cluster set of that name. */
  public @Nullable ManagedClusterSet clusterSet(String name) {
    return sets.get(name);
  }

  /** The bindings of one namespace, by name. */
  public List<ManagedClusterSetBinding> bindings(String namespace) {
    return bindings.withPrefix(namespace + "/");
  }

  /** Every score object, by cluster and name. */
  public List<AddOnPlacementScore> scores() {
    return scores.values();
  }

  @Override
  public @Nullable AddOnPlacementScore find(String cluster, String name) {
    return scores.get(cluster + "/" + name);
  }

  /** Every existing decision, by namespace and name. */
  public List<PlacementDecision> decisions() {
    return decisions.values();
  }

  /** The existing decisions of one placement, by name. */
  public List<PlacementDecision> decisions(String namespace, String placement) {
    return decisions.withPrefix(namespace + "/").stream()
        .filter(d -> placement.equals(d.metadata().labels().get(ClusterLabels.PLACEMENT)))
        .toList();
  }

  /** This fleet with the object in place of the one with the same kind and key, if there is one. */
  public Fleet with(KubernetesObject object) {
    String key = key(object);
    return switch (object) {
      case ManagedCluster c -> withClusters(clusters.with(key, c));
      case ManagedClusterSet s ->
          new Fleet(clusters, sets.with(key, s), bindings, scores, decisions);
      case ManagedClusterSetBinding b ->
          new Fleet(clusters, sets, bindings.with(key, b), scores, decisions);
      case AddOnPlacementScore s ->
          new Fleet(clusters, sets, bindings, scores.with(key, s), decisions);
      case PlacementDecision d ->
          new Fleet(clusters, sets, bindings, scores, decisions.with(key, d));
      default -> throw new IllegalArgumentException("not part of a fleet: " + object.kind());
    };
  }

  /** This fleet without the object of the same kind and key. */
  public Fleet without(KubernetesObject object) {
    String key = key(object);
    return switch (object) {
      case ManagedCluster c -> withClusters(clusters.without(key));
      case ManagedClusterSet s ->
          new Fleet(clusters, sets.without(key), bindings, scores, decisions);
      case ManagedClusterSetBinding b ->
          new Fleet(clusters, sets, bindings.without(key), scores, decisions);
      case AddOnPlacementScore s ->
          new Fleet(clusters, sets, bindings, scores.without(key), decisions);
      case PlacementDecision d ->
          new Fleet(clusters, sets, bindings, scores, decisions.without(key));
      default -> throw new IllegalArgumentException("not part of a fleet: " + object.kind());
    };
  }

  /** The decision object of this fleet with the namespace and name of the one given. */
  @Nullable PlacementDecision sameKey(PlacementDecision decision) {
    return decisions.get(key(decision));
  }

  SortedTable<ManagedCluster> clusterTable() {
    return clusters;
  }

  private Fleet withClusters(SortedTable<ManagedCluster> changed) {
    return new Fleet(changed, sets, bindings, scores, decisions);
  }

  private static String key(KubernetesObject object) {
    ObjectMeta metadata = object.metadata();
    return metadata.namespace() == null || isClusterScoped(object)
        ? metadata.name()
        : metadata.namespace() + "/" + metadata.name();
  }

  private static boolean isClusterScoped(KubernetesObject object) {
    return object instanceof ManagedCluster || object instanceof ManagedClusterSet;
  }

  /** Collects the objects of a snapshot. */
  public static final class Builder {
    private final Map<String, KubernetesObject> objects = new HashMap<>();
    private final List<DuplicateObjectException.Duplicate> duplicates = new ArrayList<>();

    private Builder() {}

    /** Whether a fleet holds objects of this kind; others are of no concern to placements. */
    public static boolean accepts(KubernetesObject object) {
      return object instanceof ManagedCluster
          || object instanceof ManagedClusterSet
          || object instanceof ManagedClusterSetBinding
          || object instanceof AddOnPlacementScore
          || object instanceof PlacementDecision;
    }

    /**
     * Adds an object; of two with the same kind and key the first stays and {@link #build} fails.
     *
     * @throws IllegalArgumentException when a fleet does not hold objects of this kind
     */
    public Builder add(KubernetesObject object) {
      if (!accepts(object)) {
        throw new IllegalArgumentException("not part of a fleet: " + object.kind());
      }
      KubernetesObject first = objects.putIfAbsent(object.kind() + ":" + key(object), object);
      if (first != null) {
        duplicates.add(new DuplicateObjectException.Duplicate(first, object));
      }
      return this;
    }

    /** Adds every object. */
    public Builder addAll(Iterable<? extends KubernetesObject> added) {
      added.forEach(this::add);
      return this;
    }

    /**
     * The snapshot.
     *
     * @throws DuplicateObjectException when two objects have the same kind and key
     */
    public Fleet build() throws DuplicateObjectException {
      if (!duplicates.isEmpty()) {
        throw new DuplicateObjectException(duplicates);
      }
      return new Fleet(
          table(ManagedCluster.class),
          table(ManagedClusterSet.class),
          table(ManagedClusterSetBinding.class),
          table(AddOnPlacementScore.class),
          table(PlacementDecision.class));
    }

    private <T extends KubernetesObject> SortedTable<T> table(Class<T> type) {
      Map<String, T> entries = new HashMap<>();
      for (KubernetesObject object : objects.values()) {
        if (type.isInstance(object)) {
          entries.put(key(object), type.cast(object));
        }
      }
      return SortedTable.of(entries);
    }
  }
}
