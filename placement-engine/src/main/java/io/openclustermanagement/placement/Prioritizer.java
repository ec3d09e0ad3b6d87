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
      case Balance() -> balance(index.decisions().of(own));
      case Steady() -> position -> Arrays.binarySearch(own.positions(), position) >= 0 ? 100 : 0;
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

    /** Whether the score of the cluster has expired. */
    default boolean isExpired(int position) {
      return false;
    }
  }

  private static Scorer balance(DecisionCounts.Counts counts) {
    int[] all = counts.all();
    int[] own = counts.own().positions();
    int[] times = counts.own().times();
    long[] scores = balanceScores(counts.max());
    return position -> {
      int mine = Arrays.binarySearch(own, position);
      return scores[mine < 0 ? all[position] : all[position] - times[mine]];
    };
  }

  /** Score by number of decisions, given the highest number; integer arithmetic as upstream's. */
  private static long[] balanceScores(int max) {
    long[] scores = new long[max + 1];
    scores[0] = 100;
    for (int n = 1; n <= max; n++) {
      double usage = (double) n / (double) max;
      scores[n] = 2 * (long) (100.0 * (0.5 - usage));
    }
    return scores;
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
