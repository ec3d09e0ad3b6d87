package io.openclustermanagement.governance.gotemplate;

/** What a function of a template returns as its error; the evaluator adds where it was called. */
public final class GoError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error.
   *
   * @param message Go's words
   */
  public GoError(String message) {
    super(message, null, false, false);
  }

  /** The words. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
