package io.openclustermanagement.governance.gotemplate;

/** Why a template cannot be parsed or executed. */
public final class TemplateError extends Exception {
  private static final long serialVersionUID = 1L;

  private final String cause;
  private final int line;
  private final int column;

  /**
   * An error.
   *
   * @param message Go's words, as upstream shows them in the status of a policy
   * @param cause the last part of the message, without the place
   * @param line in the text of the template, from 1
   * @param column in bytes from 0 as Go counts, -1 if only the line is known
   */
  TemplateError(String message, String cause, int line, int column) {
    super(message);
    this.cause = cause;
    this.line = line;
    this.column = column;
  }

  /** Go's words with the place. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** Go's words without the place. */
  public String reason() {
    return cause;
  }

  /** The line in the text of the template, from 1. */
  public int line() {
    return line;
  }

  /** The column in bytes from 0 as Go counts, -1 if only the line is known. */
  public int column() {
    return column;
  }
}
