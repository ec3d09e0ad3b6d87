package io.openclustermanagement.placement.cel;

import org.jspecify.annotations.Nullable;

/**
 * What evaluations may cost together; it belongs to one thread.
 *
 * <p>Cost is what cel-go's {@code interpreter.CostTracker} counts, to the unit. Work is our own
 * guard, in elements and characters touched: the cost of Kubernetes functions is a flat 1 in
 * selectors, so that cost alone would let {@code replace} build a text of any length.
 */
public final class CelBudget {
  /** No honest expression comes near; at this point it has taken a fraction of a second. */
  private static final long WORK_LIMIT = 5_000_000;

  private final long costLimit;
  private final long workLimit;
  private final @Nullable CelBudget whole;
  private long cost;
  private long work;

  /** A budget of so many units of cost. */
  public CelBudget(long costLimit) {
    this(costLimit, WORK_LIMIT, null);
  }

  private CelBudget(long costLimit, long workLimit, @Nullable CelBudget whole) {
    this.costLimit = costLimit;
    this.workLimit = workLimit;
    this.whole = whole;
  }

  /** A budget for many parts, whose work is limited as their cost is. */
  public static CelBudget ofParts(long costLimit) {
    return new CelBudget(costLimit, costLimit, null);
  }

  /** A budget for a part of this; what the part costs is taken from both. */
  public CelBudget part(long limit) {
    return new CelBudget(limit, WORK_LIMIT, this);
  }

  /** What was spent. */
  public long cost() {
    return cost;
  }

  /** Whether more was needed than there was. */
  public boolean isExhausted() {
    return cost > costLimit || work > workLimit || work < 0;
  }

  void charge(long units) {
    cost += units;
    if (cost > costLimit) {
      throw new Evaluation.Cancelled("operation cancelled: actual cost limit exceeded");
    }
    if (whole != null) {
      whole.charge(units);
    }
  }

  void work(long units) {
    work += units;
    if (work > workLimit || work < 0) {
      throw new Evaluation.Cancelled("operation cancelled: the expression does too much work");
    }
    if (whole != null) {
      whole.work(units);
    }
  }
}
