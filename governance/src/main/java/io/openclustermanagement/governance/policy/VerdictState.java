package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.policy.ComplianceState;
import java.util.Collection;
import java.util.Optional;

/** How something stands on a cluster, the worst first. */
public enum VerdictState {
  /** It does not hold. */
  NON_COMPLIANT("NonCompliant"),
  /** It could not be judged because something failed: an expression, a server, a limit. */
  ERROR("Error"),
  /** It waits for what it depends on. */
  PENDING("Pending"),
  /** There is nothing to judge it by. */
  UNKNOWN("Unknown"),
  /** It holds. */
  COMPLIANT("Compliant");

  private final String wireName;

  VerdictState(String wireName) {
    this.wireName = wireName;
  }

  /** The name in output. */
  public String wireName() {
    return wireName;
  }

  /** The worst of some states; of none it is unknown. */
  public static VerdictState worst(Collection<VerdictState> states) {
    return states.stream().min(VerdictState::compareTo).orElse(UNKNOWN);
  }

  /** What the status of a policy says; empty if nothing is known. */
  public Optional<ComplianceState> compliance() {
    return switch (this) {
      case NON_COMPLIANT, ERROR -> Optional.of(ComplianceState.NON_COMPLIANT);
      case PENDING -> Optional.of(ComplianceState.PENDING);
      case COMPLIANT -> Optional.of(ComplianceState.COMPLIANT);
      case UNKNOWN -> Optional.empty();
    };
  }
}
