package io.openclustermanagement.placement;

/** A selector that Kubernetes refuses; the message is apimachinery's. */
final class InvalidSelectorException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidSelectorException(String message) {
    super(message);
  }
}
