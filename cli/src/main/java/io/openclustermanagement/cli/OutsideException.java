package io.openclustermanagement.cli;

/** Something outside failed: the message is for the user, and the run ends with exit code 4. */
public final class OutsideException extends RuntimeException {
  /**
   * @param message one sentence with the path and the reason
   */
  public OutsideException(String message) {
    super(message);
  }
}
