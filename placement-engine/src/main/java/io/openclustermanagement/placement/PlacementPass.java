package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.meta.KubernetesObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Many placements on one index, kept scheduled while the fleet changes: after a change only the
 * placements whose result it can alter are scheduled again.
 *
 * <p>Existing PlacementDecisions are input and change only through {@link #put}. The reasons and
 * scores of a result that a change left alone are those of the snapshot the result was made from.
 */
public final class PlacementPass {
  private final FleetIndex index;
  private final Target target;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** The placements on the index, none of them scheduled so far. */
  public PlacementPass(
      FleetIndex index, Iterable<Placement> placements, Target target, Instant now) {
    this.index = index;
    this.target = target;
    for (Placement placement : placements) {
      entries.put(key(placement), new Entry(plan(placement, now)));
    }
  }

  /** A placement with its last result and the time of that. */
  private static final class Entry {
    private PlacementPlan plan;
    private @Nullable PlacementResult result;
    private @Nullable Instant time;

    Entry(PlacementPlan plan) {
      this.plan = plan;
    }
  }

  /** Schedules every placement. */
  public List<PlacementResult> run(Instant now) {
    List<PlacementResult> results = new ArrayList<>(entries.size());
    entries.values().forEach(e -> results.add(schedule(e, now)));
    return results;
  }

  /** The results as they are now; a placement that was not scheduled so far has none. */
  public List<PlacementResult> results() {
    return entries.values().stream().map(e -> e.result).filter(Objects::nonNull).toList();
  }

  /**
   * Adds or replaces an object of the fleet, or a placement.
   *
   * @return the new results of the placements that had to be scheduled again
   */
  public List<PlacementResult> put(KubernetesObject object, Instant now) {
    if (object instanceof Placement placement) {
      Entry entry = new Entry(plan(placement, now));
      entries.put(key(placement), entry);
      return List.of(schedule(entry, now));
    }
    return change(index.prepare(object, index.fleet().with(object), now), now);
  }

  /**
   * Removes the object with the kind and key of the one given.
   *
   * @return the new results of the placements that had to be scheduled again
   */
  public List<PlacementResult> remove(KubernetesObject object, Instant now) {
    if (object instanceof Placement placement) {
      entries.remove(key(placement));
      return List.of();
    }
    return change(index.prepare(object, index.fleet().without(object), now), now);
  }

  private List<PlacementResult> change(FleetIndex.Change change, Instant now) {
    List<Entry> affected = new ArrayList<>();
    List<Entry> candidates = new ArrayList<>();
    List<PlacementPlan.Reach> reached = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (isAffected(entry, change, now)) {
        affected.add(entry);
      } else if (change.isReplacement() && entry.plan.uses(change.flips())) {
        candidates.add(entry);
        reached.add(reach(entry.plan, change.before()));
      }
    }
    index.apply(change);
    for (int i = 0; i < candidates.size(); i++) {
      if (!reach(candidates.get(i).plan, change.after()).equals(reached.get(i))) {
        affected.add(candidates.get(i));
      }
    }
    if (change.before() < 0 && change.after() >= 0) {
      addWhereAvailable(change.after(), affected);
    }
    List<PlacementResult> results = new ArrayList<>(affected.size());
    for (Entry entry : affected) {
      if (changesSets(change.object())) {
        entry.plan = plan(entry.plan.placement(), now);
      }
      results.add(schedule(entry, now));
    }
    return results;
  }

  /** Placements that a new cluster is available to, as far as they are not among the affected. */
  private void addWhereAvailable(int position, List<Entry> affected) {
    for (Entry entry : entries.values()) {
      if (entry.plan.sets().isAvailable(position) && !affected.contains(entry)) {
        affected.add(entry);
      }
    }
  }

  private static PlacementPlan.Reach reach(PlacementPlan plan, int position) {
    return plan.reach(position, plan.own().contains(position));
  }

  /** Whether a change alters a result for another reason than how far the cluster gets. */
  private boolean isAffected(Entry entry, FleetIndex.Change change, Instant now) {
    PlacementPlan plan = entry.plan;
    if (entry.result == null || (plan.isTimed() && !now.equals(entry.time))) {
      return true;
    }
    return switch (change.object()) {
      case PlacementDecision decision -> dependsOn(plan, decision);
      case ManagedClusterSetBinding binding ->
          plan.namespace().equals(binding.metadata().namespace());
      case ManagedClusterSet set -> isBound(plan, set);
      case AddOnPlacementScore score ->
          plan.usesScore(score.metadata().name()) && passes(plan, change.before());
      case ManagedCluster cluster -> isAffected(plan, cluster, change);
      default -> false;
    };
  }

  private boolean isAffected(PlacementPlan plan, ManagedCluster cluster, FleetIndex.Change change) {
    String name = cluster.metadata().name();
    if (plan.own().names(name, change.before()) && plan.repelled().isTimed()) {
      return true;
    }
    if (change.before() < 0) {
      return plan.own().names(name, change.before());
    }
    if (change.after() < 0) {
      return plan.sets().isAvailable(change.before()) || plan.own().names(name, change.before());
    }
    return plan.usesFacts() && passes(plan, change.before());
  }

  private static boolean passes(PlacementPlan plan, int position) {
    return position >= 0 && reach(plan, position).passes();
  }

  private static boolean dependsOn(PlacementPlan plan, PlacementDecision decision) {
    return plan.usesBalance() || plan.namespace().equals(decision.metadata().namespace());
  }

  private boolean isBound(PlacementPlan plan, ManagedClusterSet set) {
    return index.fleet().bindings(plan.namespace()).stream()
        .anyMatch(b -> b.metadata().name().equals(set.metadata().name()));
  }

  private static boolean changesSets(KubernetesObject object) {
    return object instanceof ManagedClusterSet || object instanceof ManagedClusterSetBinding;
  }

  private PlacementPlan plan(Placement placement, Instant now) {
    return new PlacementPlan(placement, index, target, now);
  }

  private PlacementResult schedule(Entry entry, Instant now) {
    PlacementResult result = new Pipeline(index, entry.plan, now).run();
    entry.result = result;
    entry.time = now;
    return result;
  }

  private static String key(Placement placement) {
    return placement.metadata().namespace() + "/" + placement.metadata().name();
  }
}
