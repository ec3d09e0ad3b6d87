package io.openclustermanagement.placement;

/**
 * A CEL expression that does not compile. The message is the text that follows {@code compilation
 * failed: } in the condition {@code PlacementMisconfigured}.
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
