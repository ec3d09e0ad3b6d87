package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.rules.ResourceMatch;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.ResourceKind;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.placement.cel.CelBudget;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An exemption on a cluster that it means.
 *
 * @param kinds of the objects; empty for all of the rule
 * @param namespaces of the objects; empty for all
 * @param expired whether its last day has passed
 */
record LocalExemption(
    CompiledExemption exemption,
    Optional<Set<ResourceKind>> kinds,
    Optional<Set<String>> namespaces,
    boolean expired) {

  static LocalExemption of(CompiledExemption exemption, ClusterState cluster) throws RuleException {
    List<ResourceMatch> match = exemption.source().match();
    return new LocalExemption(
        exemption,
        match.isEmpty() ? Optional.empty() : Optional.of(kinds(match, cluster.inventory())),
        ChosenNamespaces.of(exemption.source().namespaceSelector(), cluster.inventory()),
        exemption.isExpired(cluster));
  }

  private static Set<ResourceKind> kinds(List<ResourceMatch> match, Inventory inventory) {
    Set<ResourceKind> kinds = new HashSet<>();
    match.forEach(each -> inventory.resource(each.apiVersion(), each.kind()).ifPresent(kinds::add));
    return kinds;
  }

  boolean covers(ExaminedObject examined, CelBudget budget) throws RuleException {
    return (kinds.isEmpty() || kinds.get().contains(examined.kind()))
        && ChosenNamespaces.include(namespaces, examined)
        && exemption.covers(examined.object(), budget);
  }
}
