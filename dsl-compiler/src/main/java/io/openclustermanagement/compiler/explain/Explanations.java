package io.openclustermanagement.compiler.explain;

import io.openclustermanagement.api.cluster.SortBy;
import io.openclustermanagement.compiler.program.BindingDefinition;
import io.openclustermanagement.compiler.program.ClusterSetDefinition;
import io.openclustermanagement.compiler.program.ClusterSetDefinition.Membership;
import io.openclustermanagement.compiler.program.DeploymentDefinition;
import io.openclustermanagement.compiler.program.ExemptionDefinition;
import io.openclustermanagement.compiler.program.Fidelity;
import io.openclustermanagement.compiler.program.FleetRuleDefinition;
import io.openclustermanagement.compiler.program.HubResource;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Module;
import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.PolicySetDefinition;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.Use;
import java.util.ArrayList;
import java.util.List;

/** Explains a program construct by construct, in the order of the sources. */
public final class Explanations {

  private static final String PLACING = "on the hub, by the placement controller";
  private static final String PROPAGATION = "on the hub, by the policy propagator";
  private static final String OWN_HUB = "on this project's hub";

  private Explanations() {}

  public static List<Explanation> of(Program program) {
    return program.modules().stream().flatMap(module -> of(module).stream()).toList();
  }

  private static List<Explanation> of(Module module) {
    List<Explanation> list = new ArrayList<>();
    module.clusterSets().forEach(each -> list.add(clusterSet(each)));
    module.placements().forEach(each -> list.add(placement(each)));
    module.policies().forEach(each -> list.add(policy(each)));
    module.policySets().forEach(each -> list.add(policySet(each)));
    module.bindings().forEach(each -> list.add(binding(each)));
    module.exemptions().forEach(each -> list.add(exemption(each)));
    module.deployments().forEach(each -> list.add(deployment(each)));
    module.fleetRules().forEach(each -> list.add(fleetRule(each)));
    module.hubResources().forEach(each -> list.add(hubResource(each)));
    return list;
  }

  private static Explanation clusterSet(ClusterSetDefinition set) {
    List<String> becomes = new ArrayList<>();
    if (!(set.membership() instanceof Membership.Existing)) {
      becomes.add("ManagedClusterSet " + set.metadata().name());
    }
    for (Located namespace : set.bindings()) {
      becomes.add("ManagedClusterSetBinding " + namespace.text() + "/" + set.metadata().name());
    }
    return new Explanation(
        "clusterset " + set.name().name(),
        set.nameOrigin().span(),
        becomes,
        Fidelity.PORTABLE,
        "on the hub, by registration");
  }

  private static Explanation placement(PlacementDefinition placement) {
    List<Explanation> parts = new ArrayList<>();
    placement
        .spreads()
        .forEach(
            spread ->
                parts.add(
                    new Explanation(
                        "spread over",
                        spread.origin().span(),
                        List.of("spreadPolicy"),
                        Fidelity.NATIVE,
                        "on this project's hub; upstream has no code for it")));
    placement
        .sorting()
        .filter(sorting -> sorting.by() == SortBy.SCORE)
        .ifPresent(
            sorting ->
                parts.add(
                    new Explanation(
                        "sort by score",
                        sorting.origin().span(),
                        List.of("sortBy"),
                        Fidelity.NATIVE,
                        "on this project's hub; upstream has no code for it")));
    return new Explanation(
        "placement " + placement.name().name(),
        placement.nameOrigin().span(),
        placement.namespaces().stream()
            .map(each -> "Placement " + each.text() + "/" + placement.metadata().name())
            .toList(),
        parts.isEmpty() ? Fidelity.PORTABLE : Fidelity.NATIVE,
        PLACING,
        parts);
  }

  private static Explanation policy(PolicyDefinition policy) {
    List<String> becomes = new ArrayList<>();
    becomes.add("Policy " + policy.namespace() + "/" + policy.metadata().name());
    policy.placements().forEach(use -> becomes.add("PlacementBinding to " + use.name().name()));
    return new Explanation(
        "policy " + policy.name().name(),
        policy.nameOrigin().span(),
        becomes,
        policy.fidelity(),
        PROPAGATION,
        policy.templates().stream().map(Templates::explain).toList());
  }

  private static Explanation policySet(PolicySetDefinition set) {
    List<String> becomes = new ArrayList<>();
    becomes.add("PolicySet " + set.namespace() + "/" + set.metadata().name());
    bindings(set.placements(), "PlacementBinding to ", becomes);
    bindings(set.enforced(), "restricted PlacementBinding, enforcing, to ", becomes);
    return new Explanation(
        "policyset " + set.name().name(),
        set.nameOrigin().span(),
        becomes,
        Fidelity.PORTABLE,
        PROPAGATION);
  }

  private static void bindings(List<Use> placements, String what, List<String> becomes) {
    placements.forEach(use -> becomes.add(what + use.name().name()));
  }

  private static Explanation binding(BindingDefinition binding) {
    return new Explanation(
        "bind to " + binding.placement().name().name(),
        binding.origin().span(),
        List.of("PlacementBinding to " + binding.placement().name().name()),
        Fidelity.PORTABLE,
        PROPAGATION);
  }

  private static Explanation exemption(ExemptionDefinition exemption) {
    return new Explanation(
        "exemption " + exemption.name().name(),
        exemption.nameOrigin().span(),
        List.of("Exemption " + exemption.namespace() + "/" + exemption.name().name()),
        Fidelity.HUB,
        OWN_HUB + ", until " + exemption.until());
  }

  private static Explanation deployment(DeploymentDefinition deployment) {
    return new Explanation(
        "deploy " + deployment.name().name(),
        deployment.nameOrigin().span(),
        List.of(
            "ManifestWorkReplicaSet "
                + deployment.namespace()
                + "/"
                + deployment.metadata().name()),
        Fidelity.PORTABLE,
        "on the hub, by the work controllers; on each cluster, by the work agent");
  }

  private static Explanation fleetRule(FleetRuleDefinition rule) {
    return new Explanation(
        "fleetrule " + rule.name().name(),
        rule.nameOrigin().span(),
        List.of("FleetRule " + rule.namespace() + "/" + rule.name().name()),
        Fidelity.HUB,
        OWN_HUB);
  }

  private static Explanation hubResource(HubResource resource) {
    return new Explanation(
        "hub resources",
        resource.span(),
        List.of(resource.object().kind() + " " + resource.object().metadata().name()),
        Fidelity.PORTABLE,
        "on the hub, by whoever reads it");
  }
}
