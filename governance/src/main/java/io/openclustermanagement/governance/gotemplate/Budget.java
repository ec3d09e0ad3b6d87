package io.openclustermanagement.governance.gotemplate;

/**
 * What one execution may use. Time is counted in steps, so that the same input always gives the
 * same answer.
 */
public final class Budget {
  /**
   * The limits.
   *
   * @param output characters that are printed
   * @param steps nodes walked plus characters and items that functions make, in total
   * @param depth templates that call each other
   */
  public record Limits(int output, long steps, int depth) {
    /** 1 MiB of output, 10 million steps (about a second), 200 templates deep. */
    public static final Limits DEFAULT = new Limits(1 << 20, 10_000_000, 200);
  }

  private final Limits limits;
  private long steps;

  /** A fresh budget. */
  public Budget(Limits limits) {
    this.limits = limits;
  }

  /** The limits. */
  public Limits limits() {
    return limits;
  }

  /**
   * Counts work before it is done.
   *
   * @throws GoError if there was too much
   */
  public void use(long amount) {
    steps += Math.max(0, amount);
    if (steps > limits.steps) {
      throw GoError.ofLimit("the template takes more than %,d steps".formatted(limits.steps));
    }
  }
}
