package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.BuiltInPrioritizers;
import java.time.Instant;
import java.util.Arrays;

/** What gives clusters a score between -100 and 100 (upstream {@code pkg/placement/plugins}). */
sealed interface Prioritizer {

  /** Fewer decisions of other placements score higher. */
  record Balance() implements Prioritizer {}

  /** Clusters of the existing decisions score higher. */
  record Steady() implements Prioritizer {}

  /** A higher allocatable amount scores higher. */
  record Allocatable(String name, String resource) implements Prioritizer {}

  /** The score that an add-on reported. */
  record AddOn(ScoreColumns.AddOn score) implements Prioritizer {}

  /** The name in results. */
  default String displayName() {
    return switch (this) {
      case Balance() -> BuiltInPrioritizers.BALANCE;
      case Steady() -> BuiltInPrioritizers.STEADY;
      case Allocatable(String name, String resource) -> name;
      case AddOn(ScoreColumns.AddOn score) ->
          "AddOn/" + score.resourceName() + "/" + score.scoreName();
    };
  }

  /** The scores of the clusters at the given positions, by position. */
  default Scorer scorer(FleetIndex index, DecisionCounts.Own own, int[] positions, Instant now) {
    return switch (this) {
      case Balance() -> new BalanceScorer(index.decisions().of(own));
      case Steady() -> new SteadyScorer(own);
      case Allocatable(String name, String resource) ->
          allocatable(index.columns().allocatable(index.fleet(), resource), positions);
      case AddOn(ScoreColumns.AddOn score) ->
          addOn(index.columns().addOn(index.fleet(), score), now);
    };
  }

  /** Scores by position in the fleet. */
  @FunctionalInterface
  interface Scorer {
    /** Stands for a cluster that the prioritizer has no score for; it counts as 0. */
    long NONE = Long.MIN_VALUE;

    /** The score or {@link #NONE}. */
    long at(int position);

    /** Adds weighted scores to the totals of the clusters at ascending positions. */
    default void addTo(long[] totals, int[] positions, long weight) {
      for (int i = 0; i < positions.length; i++) {
        long score = at(positions[i]);
        if (score != NONE) {
          totals[i] += weight * score;
        }
      }
    }

    /** Whether the score of the cluster has expired. */
    default boolean isExpired(int position) {
      return false;
    }
  }

  /** Scores by number of decisions; integer arithmetic as upstream's. */
  final class BalanceScorer implements Scorer {
    private final DecisionCounts.Counts counts;
    private final long[] scores;

    BalanceScorer(DecisionCounts.Counts counts) {
      this.counts = counts;
      scores = new long[counts.limit()];
      for (int n = 0; n < scores.length; n++) {
        double usage = (double) n / (double) counts.max();
        scores[n] = n == 0 ? 100 : 2 * (long) (100.0 * (0.5 - usage));
      }
    }

    @Override
    public long at(int position) {
      return scores[counts.all()[position] - counts.own().times(position)];
    }

    /**
     * Reads all counts as they are, then corrects the few clusters that the placement itself has.
     */
    @Override
    public void addTo(long[] totals, int[] positions, long weight) {
      int[] all = counts.all();
      for (int i = 0; i < positions.length; i++) {
        totals[i] += weight * scores[all[positions[i]]];
      }
      for (int position : counts.own().positions()) {
        int i = Arrays.binarySearch(positions, position);
        if (i >= 0) {
          totals[i] += weight * (at(position) - scores[all[position]]);
        }
      }
    }
  }

  /** 100 for clusters of the existing decisions, otherwise 0. */
  record SteadyScorer(DecisionCounts.Own own) implements Scorer {
    @Override
    public long at(int position) {
      return own.contains(position) ? 100 : 0;
    }

    @Override
    public void addTo(long[] totals, int[] positions, long weight) {
      for (int position : own.positions()) {
        int i = Arrays.binarySearch(positions, position);
        if (i >= 0) {
          totals[i] += weight * 100;
        }
      }
    }
  }

  private static Scorer allocatable(double[] amounts, int[] positions) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int position : positions) {
      double amount = amounts[position];
      if (!Double.isNaN(amount)) {
        min = Math.min(min, amount);
        max = Math.max(max, amount);
      }
    }
    double low = min;
    double range = max - min;
    return position -> {
      double amount = amounts[position];
      if (Double.isNaN(amount)) {
        return Scorer.NONE;
      }
      return range == 0 ? 100 : (long) (((amount - low) / range - 0.5) * 2.0 * 100.0);
    };
  }

  private static Scorer addOn(ScoreColumns.AddOnColumn column, Instant now) {
    return new Scorer() {
      @Override
      public long at(int position) {
        return isExpired(position) ? 0 : column.values()[position];
      }

      @Override
      public boolean isExpired(int position) {
        return column.isExpired(position, now);
      }
    };
  }
}
