package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * One source file, checked.
 *
 * @param name empty for a file without a header
 * @param hubNamespace where its objects go
 */
public record Module(
    String name,
    Optional<String> hubNamespace,
    SourceFile source,
    List<ClusterSetDefinition> clusterSets,
    List<PlacementDefinition> placements,
    List<PolicyDefinition> policies,
    List<PolicySetDefinition> policySets,
    List<BindingDefinition> bindings,
    List<ExemptionDefinition> exemptions,
    List<DeploymentDefinition> deployments,
    List<FleetRuleDefinition> fleetRules,
    List<FleetDefinition> fleets,
    List<TestDefinition> tests,
    List<HubResource> hubResources) {

  public Module {
    clusterSets = List.copyOf(clusterSets);
    placements = List.copyOf(placements);
    policies = List.copyOf(policies);
    policySets = List.copyOf(policySets);
    bindings = List.copyOf(bindings);
    exemptions = List.copyOf(exemptions);
    deployments = List.copyOf(deployments);
    fleetRules = List.copyOf(fleetRules);
    fleets = List.copyOf(fleets);
    tests = List.copyOf(tests);
    hubResources = List.copyOf(hubResources);
  }
}
