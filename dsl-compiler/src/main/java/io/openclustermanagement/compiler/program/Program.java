package io.openclustermanagement.compiler.program;

import java.util.List;
import java.util.Optional;

/**
 * The checked sources. Definitions that have errors are left out.
 *
 * @param modules in the order of the sources
 */
public record Program(List<Module> modules) {

  public Program {
    modules = List.copyOf(modules);
  }

  public Optional<PlacementDefinition> placement(GlobalName name) {
    return modules.stream()
        .flatMap(module -> module.placements().stream())
        .filter(placement -> placement.name().equals(name))
        .findFirst();
  }

  public Optional<PolicyDefinition> policy(GlobalName name) {
    return modules.stream()
        .flatMap(module -> module.policies().stream())
        .filter(policy -> policy.name().equals(name))
        .findFirst();
  }

  public Optional<PolicySetDefinition> policySet(GlobalName name) {
    return modules.stream()
        .flatMap(module -> module.policySets().stream())
        .filter(set -> set.name().equals(name))
        .findFirst();
  }

  public Optional<FleetRuleDefinition> fleetRule(GlobalName name) {
    return modules.stream()
        .flatMap(module -> module.fleetRules().stream())
        .filter(rule -> rule.name().equals(name))
        .findFirst();
  }

  public Optional<DeploymentDefinition> deployment(GlobalName name) {
    return modules.stream()
        .flatMap(module -> module.deployments().stream())
        .filter(deployment -> deployment.name().equals(name))
        .findFirst();
  }

  public Optional<ClusterSetDefinition> clusterSet(GlobalName name) {
    return modules.stream()
        .flatMap(module -> module.clusterSets().stream())
        .filter(set -> set.name().equals(name))
        .findFirst();
  }
}
