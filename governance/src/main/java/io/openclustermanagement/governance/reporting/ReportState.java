package io.openclustermanagement.governance.reporting;

import io.openclustermanagement.governance.policy.VerdictState;

/** How a result stands, the worst first. */
public enum ReportState {
  /** It does not hold. */
  NON_COMPLIANT("NonCompliant", "violated"),
  /** It could not be judged because something failed. */
  ERROR("Error", "failed to be judged"),
  /** It waits for what it depends on. */
  PENDING("Pending", "waiting"),
  /** There is nothing to judge it by. */
  UNKNOWN("Unknown", "unknown"),
  /** It does not hold, and an exemption lets that be. */
  EXEMPTED("Exempted", "exempted"),
  /** It is left out, by a set of policies, without an exemption. */
  SKIPPED("Skipped", "left out"),
  /** It holds. */
  COMPLIANT("Compliant", "compliant");

  private final String wireName;
  private final String words;

  ReportState(String wireName, String words) {
    this.wireName = wireName;
    this.words = words;
  }

  /** The name in output. */
  public String wireName() {
    return wireName;
  }

  /** What people read, such as {@code violated}. */
  public String words() {
    return words;
  }

  /** Whether it says something against the fleet, so that somebody has to look. */
  public boolean isOpen() {
    return compareTo(EXEMPTED) < 0;
  }

  /** The state of a verdict that no exemption covers. */
  public static ReportState of(VerdictState state) {
    return switch (state) {
      case NON_COMPLIANT -> NON_COMPLIANT;
      case ERROR -> ERROR;
      case PENDING -> PENDING;
      case UNKNOWN -> UNKNOWN;
      case COMPLIANT -> COMPLIANT;
    };
  }
}
