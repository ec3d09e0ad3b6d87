package io.openclustermanagement.governance.rule;

/** A rule that cannot be judged; the message is a sentence for a person. */
final class RuleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String text;

  RuleException(String text) {
    super(text);
    this.text = text;
  }

  @Override
  public String getMessage() {
    return text;
  }
}
