package io.openclustermanagement.governance.reasoning;

/** How a standard, category or control stands, the worst first. */
public enum RequirementState {
  /** A policy is violated. */
  NON_COMPLIANT("NonCompliant"),
  /** A policy could not be judged because something failed. */
  ERROR("Error"),
  /** A policy waits for another. */
  PENDING("Pending"),
  /** There is nothing to judge a policy by. */
  UNKNOWN("Unknown"),
  /** All that was found is exempted, and nothing was found compliant. */
  EXEMPTED("Exempted"),
  /** Everything that is not exempted is compliant. */
  COMPLIANT("Compliant"),
  /** No policy was evaluated. */
  NOT_ASSESSED("NotAssessed");

  private final String wireName;

  RequirementState(String wireName) {
    this.wireName = wireName;
  }

  /** The name in output. */
  public String wireName() {
    return wireName;
  }
}
