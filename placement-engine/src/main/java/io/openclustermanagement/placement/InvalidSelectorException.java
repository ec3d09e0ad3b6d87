package io.openclustermanagement.placement;

/** A selector that Kubernetes refuses; the message is apimachinery's. */
public final class InvalidSelectorException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;

  InvalidSelectorException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
