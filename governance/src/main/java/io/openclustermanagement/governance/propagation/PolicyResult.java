package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.ClusterCompliance;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyStatus;
import io.openclustermanagement.api.policy.RemainingBinding;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.List;
import java.util.Optional;

/**
 * How the fleet stands with a policy.
 *
 * @param distribution where the policy goes
 * @param clusters one for each cluster that it reaches, by name
 */
public record PolicyResult(Distribution distribution, List<ReplicaResult> clusters) {

  public PolicyResult {
    clusters = List.copyOf(clusters);
  }

  /** The root policy. */
  public Policy policy() {
    return distribution.policy();
  }

  /** Namespace and name. */
  public HubName name() {
    return distribution.name();
  }

  /**
   * The state over all clusters ({@code CalculateRootCompliance} of the propagator's {@code
   * controllers/common}); unknown for a policy that reaches none.
   */
  public VerdictState state() {
    return VerdictState.worst(clusters.stream().map(ReplicaResult::state).toList());
  }

  /**
   * The status that the root policy gets. {@code remainingBindings} tells how the policy still
   * reaches a cluster that one of its sets leaves out.
   */
  public PolicyStatus status() {
    return new PolicyStatus(
        policy().spec().disabled() ? null : state().compliance().orElse(null),
        distribution.placements(),
        clusters.stream().map(PolicyResult::compliance).toList(),
        List.of());
  }

  private static ClusterCompliance compliance(ReplicaResult result) {
    Assignment assignment = result.replica().assignment();
    Optional<List<RemainingBinding>> remaining =
        Optional.of(assignment)
            .filter(Assignment::excluded)
            .map(each -> each.bindings().stream().map(RemainingBinding::new).toList());
    return new ClusterCompliance(
        result.state().compliance().orElse(null),
        result.cluster(),
        result.cluster(),
        remaining.orElse(List.of()));
  }
}
