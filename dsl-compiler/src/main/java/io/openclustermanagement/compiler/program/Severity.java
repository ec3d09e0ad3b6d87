package io.openclustermanagement.compiler.program;

/** How bad it is that a policy does not hold. */
public enum Severity {
  LOW("low"),
  MEDIUM("medium"),
  HIGH("high"),
  CRITICAL("critical");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word of the language and of the API. */
  public String word() {
    return word;
  }
}
