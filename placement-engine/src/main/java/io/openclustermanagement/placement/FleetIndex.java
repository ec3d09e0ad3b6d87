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
import org.jspecify.annotations.Nullable;

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
    apply(prepare(object, fleet.with(object), now));
  }

  /** Removes the object with the kind and key of the one given, if there is one. */
  public void remove(KubernetesObject object, Instant now) {
    apply(prepare(object, fleet.without(object), now));
  }

  /**
   * A change that is worked out and not yet made.
   *
   * @param object what was added, replaced or removed
   * @param next the fleet afterwards
   * @param before position of the cluster concerned, negative if it is not in the fleet or no
   *     cluster is concerned
   * @param after its position afterwards
   * @param flips ids of the terms whose value for the cluster changes
   */
  record Change(KubernetesObject object, Fleet next, int before, int after, BitSet flips) {
    boolean isReplacement() {
      return before >= 0 && after >= 0;
    }
  }

  Change prepare(KubernetesObject object, Fleet next, Instant now) {
    String cluster = concerned(object);
    int before = cluster == null ? -1 : fleet.clusterTable().find(cluster);
    int after = cluster == null ? -1 : next.clusterTable().find(cluster);
    terms.forEach(t -> refresh(t, now));
    BitSet flips = new BitSet(terms.size());
    if (after >= 0) {
      ManagedCluster changed = next.clusterTable().value(after);
      for (IndexedTerm term : terms) {
        boolean held = before >= 0 && term.get(before);
        if (held != term.term().holds(changed, next, cel, now)) {
          flips.set(term.id());
        }
      }
    }
    return new Change(object, next, before, after, flips);
  }

  void apply(Change change) {
    if (change.object() instanceof PlacementDecision decision) {
      replace(fleet.sameKey(decision), change.next().sameKey(decision));
    }
    int size = size();
    int before = change.before();
    int after = change.after();
    fleet = change.next();
    if (before < 0 && after >= 0) {
      terms.forEach(t -> t.replace(Bitmap.insert(t.bits(), size, after)));
    } else if (before >= 0 && after < 0) {
      terms.forEach(t -> t.replace(Bitmap.remove(t.bits(), size, before)));
    }
    if (before < 0 != after < 0) {
      decisions.realign(fleet.clusterTable());
      columns.clear();
    }
    if (after >= 0) {
      change.flips().stream().mapToObj(terms::get).forEach(t -> t.set(after, !t.get(after)));
      columns.update(fleet, after);
    }
  }

  private void replace(@Nullable PlacementDecision old, @Nullable PlacementDecision changed) {
    if (old != null) {
      decisions.remove(old);
    }
    if (changed != null) {
      decisions.add(changed);
    }
  }

  /** The name of the cluster whose facts an object of this kind changes. */
  private static @Nullable String concerned(KubernetesObject object) {
    return switch (object) {
      case ManagedCluster cluster -> cluster.metadata().name();
      case AddOnPlacementScore score -> score.metadata().namespace();
      default -> null;
    };
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
