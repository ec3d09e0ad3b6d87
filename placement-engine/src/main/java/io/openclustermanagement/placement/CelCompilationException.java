package io.openclustermanagement.placement;

/**
 * A CEL expression that does not compile. The message is what the condition {@code
 * PlacementMisconfigured} says: {@code compilation failed: } and the errors of the parser or type
 * checker, or {@code instantiation failed: } and, for example, what is wrong with a constant
 * regular expression.
 */
public final class CelCompilationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;

  /** An expression that does not compile for the reason given. */
  public CelCompilationException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
