package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.governance.fleetrule.FleetRuleResult;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.PolicyResult;
import io.openclustermanagement.governance.propagation.PolicySetResult;
import io.openclustermanagement.governance.propagation.ReplicaResult;
import io.openclustermanagement.governance.propagation.TemplateResult;
import io.openclustermanagement.governance.reasoning.FleetExemptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of a dry run is shown.
 *
 * @param exemptions what the exemptions of sources and fleet cover
 * @param fleetRules how the fleet stands with the rules over it
 * @param unknownClusters of those that get policies, the clusters without an inventory
 * @param diagnostics what was found on the way
 */
public record Simulation(
    Instant now,
    List<SimulatedPlacement> placements,
    List<PolicyResult> policies,
    List<PolicySetResult> policySets,
    FleetExemptions exemptions,
    List<FleetRuleResult> fleetRules,
    List<String> unknownClusters,
    List<Diagnostic> diagnostics) {

  public Simulation {
    placements = List.copyOf(placements);
    policies = List.copyOf(policies);
    policySets = List.copyOf(policySets);
    fleetRules = List.copyOf(fleetRules);
    unknownClusters = List.copyOf(unknownClusters);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Nothing but what is wrong with the sources. */
  public static Simulation refused(Instant now, List<Diagnostic> diagnostics) {
    return new Simulation(
        now,
        List.of(),
        List.of(),
        List.of(),
        FleetExemptions.NONE,
        List.of(),
        List.of(),
        diagnostics);
  }

  /** The clusters without an inventory that the policies reach. */
  Set<String> unknownClusters(PolicyResult policy) {
    Set<String> unknown = new TreeSet<>(unknownClusters);
    unknown.retainAll(policy.clusters().stream().map(ReplicaResult::cluster).toList());
    return unknown;
  }

  /** What no exemption covers: the worst over policies, clusters and rules; empty if none is. */
  public Optional<VerdictState> worst() {
    Stream<VerdictState> templates =
        policies.stream().flatMap(policy -> policy.clusters().stream()).map(this::openState);
    return Stream.concat(templates, fleetRules.stream().map(Simulation::state))
        .min(VerdictState::compareTo);
  }

  /** The exemption that covers a result. */
  Optional<Exemption> exemption(ReplicaResult result, TemplateResult template) {
    return exemptions.covering(
        result.replica().rootName(), result.cluster(), template.verdict().name());
  }

  /** The worst of what is not exempted. */
  VerdictState openState(ReplicaResult result) {
    if (exemptions.results().isEmpty()) {
      return result.state();
    }
    boolean anyExempted =
        result.templates().stream().anyMatch(each -> exemption(result, each).isPresent());
    return anyExempted
        ? result.templates().stream()
            .filter(each -> exemption(result, each).isEmpty())
            .map(each -> each.verdict().state())
            .min(VerdictState::compareTo)
            .orElse(VerdictState.COMPLIANT)
        : result.state();
  }

  private static VerdictState state(FleetRuleResult rule) {
    return rule.state()
        .map(
            state ->
                switch (state) {
                  case TRUE -> VerdictState.COMPLIANT;
                  case FALSE -> VerdictState.NON_COMPLIANT;
                  case UNDECIDED -> VerdictState.UNKNOWN;
                })
        .orElse(VerdictState.ERROR);
  }
}
