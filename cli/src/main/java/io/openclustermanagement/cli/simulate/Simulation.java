package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.PolicyResult;
import io.openclustermanagement.governance.propagation.PolicySetResult;
import io.openclustermanagement.governance.propagation.ReplicaResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a dry run is shown.
 *
 * @param unknownClusters of those that get policies, the clusters without an inventory
 * @param diagnostics what was found on the way
 */
public record Simulation(
    Instant now,
    List<SimulatedPlacement> placements,
    List<PolicyResult> policies,
    List<PolicySetResult> policySets,
    List<String> unknownClusters,
    List<Diagnostic> diagnostics) {

  public Simulation {
    placements = List.copyOf(placements);
    policies = List.copyOf(policies);
    policySets = List.copyOf(policySets);
    unknownClusters = List.copyOf(unknownClusters);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Nothing but what is wrong with the sources. */
  public static Simulation refused(Instant now, List<Diagnostic> diagnostics) {
    return new Simulation(now, List.of(), List.of(), List.of(), List.of(), diagnostics);
  }

  /** The clusters without an inventory that the policies reach. */
  Set<String> unknownClusters(PolicyResult policy) {
    Set<String> unknown = new TreeSet<>(unknownClusters);
    unknown.retainAll(policy.clusters().stream().map(ReplicaResult::cluster).toList());
    return unknown;
  }

  /** The worst state of a policy on a cluster; empty if no policy reaches any. */
  public Optional<VerdictState> worst() {
    return policies.stream()
        .flatMap(policy -> policy.clusters().stream())
        .map(ReplicaResult::state)
        .min(VerdictState::compareTo);
  }
}
