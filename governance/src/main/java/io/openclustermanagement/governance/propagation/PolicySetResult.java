package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.policy.PolicySetStatus;
import io.openclustermanagement.governance.policy.VerdictState;

/**
 * How the fleet stands with a set of policies.
 *
 * @param set the set
 * @param state unknown while one of its policies is
 * @param status the status that the set gets
 */
public record PolicySetResult(PolicySet set, VerdictState state, PolicySetStatus status) {

  /** Namespace and name. */
  public HubName name() {
    return HubName.of(set);
  }
}
