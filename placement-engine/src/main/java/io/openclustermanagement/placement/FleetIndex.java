package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.meta.KubernetesObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fleet with one bitmap per term that placements select by. Bitmaps are built when a term is
 * first asked for, shared by all placements that use the term, and updated cluster by cluster.
 * Clusters are numbered in name order, so that a bitmap read from the left is sorted already and
 * ties between scores need no comparison of names.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class FleetIndex {
  private final CelPrograms cel;
  private final Map<Term, IndexedTerm> byTerm = new HashMap<>();
  private final List<IndexedTerm> terms = new ArrayList<>();
  private final ScoreColumns columns = new ScoreColumns();
  private final DecisionCounts decisions;
  private Fleet fleet;

  /** An index of the fleet, without any bitmap so far. */
  public FleetIndex(Fleet fleet, SchedulerOptions options) {
    this.fleet = fleet;
    this.cel = new CelPrograms(options.celSelectors());
    this.decisions = new DecisionCounts(fleet);
  }

  /** The fleet as it is now. */
  public Fleet fleet() {
    return fleet;
  }

  /** How many terms have a bitmap. */
  public int termCount() {
    return terms.size();
  }

  /** Bytes that bitmaps, score columns and decision counts hold, object headers left out. */
  public long sizeInBytes() {
    return terms.stream().mapToLong(t -> 8L * t.bits().length).sum()
        + columns.sizeInBytes()
        + 4L * fleet.clusterTable().size();
  }

  int size() {
    return fleet.clusterTable().size();
  }

  CelPrograms cel() {
    return cel;
  }

  ScoreColumns columns() {
    return columns;
  }

  DecisionCounts decisions() {
    return decisions;
  }

  /** The bitmap of a term at the time given. */
  IndexedTerm term(Term term, Instant now) {
    IndexedTerm indexed = byTerm.get(term);
    if (indexed == null) {
      indexed = new IndexedTerm(terms.size(), term, evaluate(term, now), now);
      byTerm.put(term, indexed);
      terms.add(indexed);
    }
    refresh(indexed, now);
    return indexed;
  }

  /** Works a bitmap out again if it depends on the clock and the clock has moved. */
  void refresh(IndexedTerm term, Instant now) {
    if (term.isOutdated(now)) {
      term.replace(evaluate(term.term(), now), now);
    }
  }

  /** Adds or replaces an object and brings every bitmap, column and count up to date. */
  public void put(KubernetesObject object, Instant now) {
    update(object, fleet.with(object), now);
  }

  /** Removes the object with the kind and key of the one given, if there is one. */
  public void remove(KubernetesObject object, Instant now) {
    update(object, fleet.without(object), now);
  }

  /** The ids of the terms whose value for the cluster differs between the two states. */
  BitSet flips(ManagedCluster before, ManagedCluster after, Fleet next, Instant now) {
    BitSet flips = new BitSet(terms.size());
    for (IndexedTerm term : terms) {
      boolean held = term.term().holds(before, fleet, cel, now);
      if (held != term.term().holds(after, next, cel, now)) {
        flips.set(term.id());
      }
    }
    return flips;
  }

  private void update(KubernetesObject object, Fleet next, Instant now) {
    switch (object) {
      case ManagedCluster cluster -> updateCluster(cluster.metadata().name(), next, now);
      case AddOnPlacementScore score -> {
        String cluster = score.metadata().namespace();
        int position = cluster == null ? -1 : next.clusterTable().find(cluster);
        fleet = next;
        if (position >= 0) {
          updatePosition(position, now);
        }
      }
      case PlacementDecision decision -> {
        PlacementDecision old = fleet.sameKey(decision);
        if (old != null) {
          decisions.remove(old);
        }
        PlacementDecision changed = next.sameKey(decision);
        if (changed != null) {
          decisions.add(changed);
        }
        fleet = next;
      }
      default -> fleet = next;
    }
  }

  private void updateCluster(String name, Fleet next, Instant now) {
    int before = fleet.clusterTable().find(name);
    int after = next.clusterTable().find(name);
    int size = size();
    fleet = next;
    if (before < 0 && after >= 0) {
      terms.forEach(t -> t.replace(Bitmap.insert(t.bits(), size, after)));
    } else if (before >= 0 && after < 0) {
      terms.forEach(t -> t.replace(Bitmap.remove(t.bits(), size, before)));
    }
    if (before < 0 != after < 0) {
      decisions.realign(next.clusterTable());
      columns.clear();
    }
    if (after >= 0) {
      updatePosition(after, now);
    }
  }

  private void updatePosition(int position, Instant now) {
    ManagedCluster cluster = fleet.clusterTable().value(position);
    for (IndexedTerm term : terms) {
      refresh(term, now);
      term.set(position, term.term().holds(cluster, fleet, cel, now));
    }
    columns.update(fleet, position);
  }

  private long[] evaluate(Term term, Instant now) {
    SortedTable<ManagedCluster> clusters = fleet.clusterTable();
    long[] bits = Bitmap.empty(clusters.size());
    for (int i = 0; i < clusters.size(); i++) {
      if (term.holds(clusters.value(i), fleet, cel, now)) {
        Bitmap.set(bits, i, true);
      }
    }
    return bits;
  }
}
