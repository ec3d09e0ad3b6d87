package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ManagedCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filter, score, select and group: the scheduling of one plan on an index. */
final class Pipeline {
  private final FleetIndex index;
  private final PlacementPlan plan;
  private final Instant now;
  private final DecisionCounts.Own own;

  Pipeline(FleetIndex index, PlacementPlan plan, Instant now) {
    this.index = index;
    this.plan = plan;
    this.now = now;
    this.own = plan.own();
  }

  PlacementResult run() {
    ScheduleStatus stop = plan.stop();
    return stop == null
        ? new ScheduledResult(filter())
        : new UnscheduledResult(plan, index.fleet(), stop);
  }

  /** What the filters left, or where they stopped. */
  private Outcome filter() {
    long[] available = plan.sets().available(index.size());
    if (Bitmap.isEmpty(available)) {
      return score(available, available, available);
    }
    Predicates predicates = plan.predicates(now);
    if (predicates.problem() != null) {
      return stopped(available, null, null, predicates.problem());
    }
    long[] matched = predicates.filter(available);
    if (Bitmap.isEmpty(matched)) {
      return score(available, matched, matched);
    }
    if (plan.tolerationProblem() != null) {
      ScheduleStatus status =
          ScheduleStatus.misconfigured("TaintToleration", plan.tolerationProblem());
      return stopped(available, matched, null, status);
    }
    return score(available, matched, tolerated(matched));
  }

  private long[] tolerated(long[] matched) {
    index.refresh(plan.repelled(), now);
    index.refresh(plan.repelledIfNew(), now);
    long[] passed = matched.clone();
    Bitmap.andNot(passed, plan.repelled().bits());
    Bitmap.andNot(passed, plan.repelledIfNew().bits());
    for (int position : own.positions()) {
      boolean stays = Bitmap.get(matched, position) && !plan.repelled().get(position);
      Bitmap.set(passed, position, stays);
    }
    return passed;
  }

  private Outcome stopped(
      long[] available,
      long @Nullable [] matched,
      long @Nullable [] passed,
      ScheduleStatus status) {
    Grouping.Groups groups = plan.grouping().group(new int[0]);
    return new Outcome(
        plan,
        index,
        now,
        available,
        matched,
        passed,
        new int[0],
        new long[0],
        List.of(),
        new int[0],
        0,
        groups,
        groups.problem() == null ? status : groups.problem(),
        null);
  }

  private Outcome score(long[] available, long[] matched, long[] passed) {
    if (plan.weights().problem() != null) {
      return stopped(available, matched, passed, plan.weights().problem());
    }
    int[] positions = Bitmap.positions(passed);
    List<Prioritizer.Scorer> scorers = new ArrayList<>();
    long[] totals = new long[positions.length];
    for (Weights.Weighted weighted : plan.weights().prioritizers()) {
      Prioritizer.Scorer scorer = weighted.prioritizer().scorer(index, own, positions, now);
      scorers.add(scorer);
      scorer.addTo(totals, positions, weighted.weight());
    }
    int[] chosen = select(positions, totals);
    int[] chosenPositions = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      chosenPositions[i] = positions[chosen[i]];
    }
    Grouping.Groups groups = plan.grouping().group(chosenPositions);
    Integer wanted = plan.placement().spec().numberOfClusters();
    return new Outcome(
        plan,
        index,
        now,
        available,
        matched,
        passed,
        positions,
        totals,
        scorers,
        chosen,
        wanted == null ? 0 : wanted - chosen.length,
        groups,
        groups.problem(),
        requeueAfter());
  }

  /** The numbers, among the clusters that passed, of the chosen ones in order of selection. */
  private int[] select(int[] positions, long[] totals) {
    Integer wanted = plan.placement().spec().numberOfClusters();
    int places = wanted == null ? positions.length : wanted;
    if (plan.spread().isEmpty()) {
      return Ranking.best(totals, places);
    }
    SortedTable<ManagedCluster> clusters = index.fleet().clusterTable();
    List<ManagedCluster> candidates = Arrays.stream(positions).mapToObj(clusters::value).toList();
    int[] ranked = Ranking.best(totals, positions.length);
    return Spread.choose(plan.spread(), ranked, candidates, places);
  }

  /** Until the first timed toleration of a cluster in the existing decisions ends. */
  private @Nullable Duration requeueAfter() {
    if (!plan.repelled().isTimed()) {
      return null;
    }
    Instant earliest = null;
    for (int position : own.positions()) {
      ManagedCluster cluster = index.fleet().clusterTable().value(position);
      Instant end = Tolerations.end(cluster, plan.placement().spec().tolerations(), now);
      if (end != null && (earliest == null || end.isBefore(earliest))) {
        earliest = end;
      }
    }
    return earliest == null ? null : Duration.between(now, earliest);
  }

  /**
   * Everything a result is made of.
   *
   * @param matched the clusters left by the predicates; {@code null} when they are misconfigured
   * @param passed the clusters left by all filters; {@code null} when one is misconfigured
   * @param positions the clusters that were scored, in name order
   * @param totals their totals
   * @param scorers the scorers of the plan's prioritizers; empty when none was asked
   * @param chosen indices into {@code positions}, in order of selection
   * @param problem the misconfiguration; {@code null} if there is none
   */
  record Outcome(
      PlacementPlan plan,
      Fleet fleet,
      CelPrograms cel,
      Instant now,
      long[] available,
      long @Nullable [] matched,
      long @Nullable [] passed,
      int[] positions,
      long[] totals,
      List<Prioritizer.Scorer> scorers,
      int[] chosen,
      int unscheduled,
      Grouping.Groups groups,
      @Nullable ScheduleStatus problem,
      @Nullable Duration requeueAfter) {

    Outcome(
        PlacementPlan plan,
        FleetIndex index,
        Instant now,
        long[] available,
        long @Nullable [] matched,
        long @Nullable [] passed,
        int[] positions,
        long[] totals,
        List<Prioritizer.Scorer> scorers,
        int[] chosen,
        int unscheduled,
        Grouping.Groups groups,
        @Nullable ScheduleStatus problem,
        @Nullable Duration requeueAfter) {
      this(
          plan,
          index.fleet(),
          index.cel(),
          now,
          available,
          matched,
          passed,
          positions,
          totals,
          scorers,
          chosen,
          unscheduled,
          groups,
          problem,
          requeueAfter);
    }

    String name(int position) {
      return fleet.clusterTable().key(position);
    }
  }
}
