package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One evaluation of one expression: its inputs, its variables and what it may cost. */
final class Evaluation {

  /** The values of what an expression names but does not define itself. */
  @FunctionalInterface
  interface Inputs {
    Object get(int index);
  }

  private final Inputs inputs;
  private final Function<String, @Nullable List<AddOnPlacementScoreItem>> scores;
  private final @Nullable Object[] slots;
  private final CelBudget budget;

  Evaluation(
      Inputs inputs,
      Function<String, @Nullable List<AddOnPlacementScoreItem>> scores,
      int slots,
      CelBudget budget) {
    this.inputs = inputs;
    this.scores = scores;
    this.slots = new @Nullable Object[slots];
    this.budget = budget;
  }

  /** The evaluation is given up. It has no stack trace: it is flow of control, and frequent. */
  static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled(String message) {
      super(message, null, false, false);
    }
  }

  void charge(long units) {
    budget.charge(units);
  }

  /** Counts elements and characters that a function touches or makes, before it makes them. */
  void work(long units) {
    budget.work(units);
  }

  Object input(int index) {
    return inputs.get(index);
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
