package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of one expression on one cluster: the variables, the cost so far and the work so
 * far.
 *
 * <p>Cost is what cel-go's {@code interpreter.CostTracker} counts, to the unit. Work is our own
 * guard, in elements and characters touched: the cost of Kubernetes functions is a flat 1 upstream,
 * so that cost alone would let {@code replace} build a text of any length.
 */
final class Evaluation {
  /**
   * No honest selector comes near; at this point an evaluation has taken a fraction of a second.
   */
  static final long WORK_LIMIT = 5_000_000;

  private final Map<String, Object> managedCluster;
  private final Function<String, @Nullable List<AddOnPlacementScoreItem>> scores;
  private final @Nullable Object[] slots;
  private final long costLimit;
  private long cost;
  private long work;

  Evaluation(
      Map<String, Object> managedCluster,
      Function<String, @Nullable List<AddOnPlacementScoreItem>> scores,
      int slots,
      long costLimit) {
    this.managedCluster = managedCluster;
    this.scores = scores;
    this.slots = new @Nullable Object[slots];
    this.costLimit = costLimit;
  }

  /** The evaluation is given up. It has no stack trace: it is flow of control, and frequent. */
  static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled(String message) {
      super(message, null, false, false);
    }
  }

  void charge(long units) {
    cost += units;
    if (cost > costLimit) {
      throw new Cancelled("operation cancelled: actual cost limit exceeded");
    }
  }

  /** Counts elements and characters that a function touches or makes, before it makes them. */
  void work(long units) {
    work += units;
    if (work > WORK_LIMIT || work < 0) {
      throw new Cancelled("operation cancelled: the expression does too much work");
    }
  }

  long cost() {
    return cost;
  }

  Map<String, Object> managedCluster() {
    return managedCluster;
  }

  @Nullable List<AddOnPlacementScoreItem> scores(String name) {
    return scores.apply(name);
  }

  @Nullable Object get(int slot) {
    return slots[slot];
  }

  void set(int slot, @Nullable Object value) {
    slots[slot] = value;
  }
}
