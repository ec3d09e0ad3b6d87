package io.openclustermanagement.cli.args;

/** The command was used wrongly: the message is for the user, and the run ends with exit code 3. */
public final class UsageException extends RuntimeException {
  /**
   * @param message one sentence about what the user typed
   */
  public UsageException(String message) {
    super(message);
  }
}
