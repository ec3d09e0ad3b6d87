package io.openclustermanagement.governance.rego;

/** Why Rego could not be evaluated, as a sentence for users. */
public final class RegoException extends Exception {
  private static final long serialVersionUID = 1;

  /** A reason without a cause that would help anyone. */
  public RegoException(String message) {
    super(message);
  }

  /** A reason with the failure that led to it. */
  public RegoException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The sentence. */
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
