package io.openclustermanagement.governance.gotemplate;

/** What a function of a template returns as its error; the evaluator adds where it was called. */
public final class GoError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean limit;

  /**
   * An error.
   *
   * @param message Go's words
   */
  public GoError(String message) {
    this(message, false);
  }

  private GoError(String message, boolean limit) {
    super(message, null, false, false);
    this.limit = limit;
  }

  /** An error that no function may overlook, because a limit of ours is exceeded. */
  public static GoError ofLimit(String message) {
    return new GoError(message, true);
  }

  /** Whether a limit of ours is exceeded. */
  public boolean isLimit() {
    return limit;
  }

  /** The words. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
