package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.TaintEffect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A placement made ready to be scheduled on one index: everything that clusters do not change. */
final class PlacementPlan {
  private final Placement placement;
  private final FleetIndex index;
  private final EligibleSets sets;
  private final @Nullable String tolerationProblem;
  private final IndexedTerm repelled;
  private final IndexedTerm repelledIfNew;
  private final Weights weights;
  private final List<SpreadConstraintsTerm> spread;
  private final Grouping grouping;
  private final boolean timed;
  private final boolean usesFacts;
  private final BitSet termIds = new BitSet();
  private @Nullable Predicates predicates;

  PlacementPlan(Placement placement, FleetIndex index, Target target, Instant now) {
    this.placement = placement;
    this.index = index;
    sets = EligibleSets.compile(placement, index, now);
    tolerationProblem = Tolerations.invalid(placement.spec().tolerations());
    repelled = untolerated(TaintEffect.NO_SELECT, now);
    repelledIfNew = untolerated(TaintEffect.NO_SELECT_IF_NEW, now);
    weights = Weights.of(placement);
    spread = Spread.constraints(placement, target);
    grouping = Grouping.compile(placement, index, now);
    timed = repelled.isTimed() || prioritizes(Prioritizer.AddOn.class::isInstance);
    usesFacts = !spread.isEmpty() || prioritizes(Prioritizer.Allocatable.class::isInstance);
    List<IndexedTerm> terms = new ArrayList<>(sets.terms());
    terms.add(repelled);
    terms.add(repelledIfNew);
    terms.addAll(grouping.terms());
    terms.forEach(t -> termIds.set(t.id()));
  }

  private IndexedTerm untolerated(TaintEffect effect, Instant now) {
    return index.term(new Term.Untolerated(effect, placement.spec().tolerations()), now);
  }

  Placement placement() {
    return placement;
  }

  String namespace() {
    return Tolerations.text(placement.metadata().namespace());
  }

  EligibleSets sets() {
    return sets;
  }

  @Nullable String tolerationProblem() {
    return tolerationProblem;
  }

  IndexedTerm repelled() {
    return repelled;
  }

  IndexedTerm repelledIfNew() {
    return repelledIfNew;
  }

  Weights weights() {
    return weights;
  }

  List<SpreadConstraintsTerm> spread() {
    return spread;
  }

  Grouping grouping() {
    return grouping;
  }

  DecisionCounts.Own own() {
    return index.decisions().own(namespace(), placement.metadata().name());
  }

  /** The predicates; compiled when first needed, which with CEL is expensive. */
  Predicates predicates(Instant now) {
    if (predicates == null) {
      predicates = Predicates.compile(placement, index, now);
      predicates.terms().forEach(t -> termIds.set(t.id()));
    }
    return predicates;
  }

  /** Why nothing is scheduled at all; {@code null} if something is. */
  @Nullable ScheduleStatus stop() {
    boolean disabled =
        "true".equals(placement.metadata().annotations().get(ClusterLabels.SCHEDULING_DISABLE));
    if (disabled || placement.metadata().isTerminating()) {
      String message =
          disabled ? "scheduling is disabled by annotation" : "the placement is being deleted";
      return new ScheduleStatus(ScheduleStatus.Code.SKIPPED, "", message);
    }
    return sets.problem() == null
        ? null
        : new ScheduleStatus(ScheduleStatus.Code.ABORTED, "", sets.problem());
  }

  /** Whether the placement depends on one of the terms. */
  boolean uses(BitSet terms) {
    return termIds.intersects(terms);
  }

  /** Whether the result changes with the clock alone. */
  boolean isTimed() {
    return timed;
  }

  /** Whether decisions of other placements matter. */
  boolean usesBalance() {
    return prioritizes(Prioritizer.Balance.class::isInstance);
  }

  /** Whether scores of this AddOnPlacementScore matter. */
  boolean usesScore(String resourceName) {
    return prioritizes(
        p ->
            p instanceof Prioritizer.AddOn(ScoreColumns.AddOn score)
                && score.resourceName().equals(resourceName));
  }

  /** Whether facts of clusters matter that no term tells: resources, and what is spread over. */
  boolean usesFacts() {
    return usesFacts;
  }

  private boolean prioritizes(Predicate<Prioritizer> kind) {
    return weights.prioritizers().stream().map(Weights.Weighted::prioritizer).anyMatch(kind);
  }

  /** How far the cluster at a position gets, and what decides about its group. */
  Reach reach(int position, boolean chosenBefore) {
    if (!sets.isAvailable(position)) {
      return Reach.OUTSIDE;
    }
    boolean passes =
        (predicates == null || predicates.hold(position))
            && !repelled.get(position)
            && (chosenBefore || !repelledIfNew.get(position));
    return passes ? new Reach(true, grouping.matches(position)) : Reach.FILTERED;
  }

  /** Part of {@link #reach}. */
  record Reach(boolean passes, List<Boolean> groups) {
    static final Reach OUTSIDE = new Reach(false, List.of());
    static final Reach FILTERED = new Reach(false, List.of(false));
  }
}
