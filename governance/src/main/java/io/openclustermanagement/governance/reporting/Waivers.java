package io.openclustermanagement.governance.reporting;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.api.rules.ExemptionSpec;
import io.openclustermanagement.api.rules.ResourceMatch;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.configuration.Namespaces;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.propagation.FleetState;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.ClusterCondition;
import io.openclustermanagement.placement.InvalidSelectorException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which exemptions let off whole policies, and where. Those of rules are read by the rules
 * themselves. An exemption whose conditions cannot be decided from what is known grants nothing.
 */
final class Waivers {

  /** An exemption with what a cluster has to fulfil. */
  private record Granted(Waiver waiver, ExemptionSpec spec, Optional<ClusterCondition> clusters) {}

  private final Map<HubName, List<Granted>> byPolicy = new HashMap<>();
  private final List<Waiver> all = new ArrayList<>();
  private final FleetState state;
  private final LocalDate today;

  Waivers(Collection<Exemption> exemptions, FleetState state) {
    this.state = state;
    this.today = LocalDate.ofInstant(state.now(), ZoneOffset.UTC);
    exemptions.stream().sorted(Comparator.comparing(HubName::of)).forEach(this::add);
  }

  private void add(Exemption exemption) {
    HubName name = HubName.of(exemption);
    ExemptionSpec spec = exemption.spec();
    Waiver waiver =
        new Waiver(
            name.toString(),
            spec.owner(),
            Objects.requireNonNullElse(spec.ticket(), ""),
            spec.because(),
            day(spec.until()));
    all.add(waiver);
    if (waiver.until().isEmpty() || spec.matchCondition() != null) {
      return;
    }
    try {
      Optional<ClusterCondition> clusters =
          spec.clusterSelector() == null
              ? Optional.empty()
              : Optional.of(ClusterCondition.of(spec.clusterSelector()));
      for (String policy : spec.policies()) {
        byPolicy
            .computeIfAbsent(new HubName(name.namespace(), policy), _ -> new ArrayList<>())
            .add(new Granted(waiver, spec, clusters));
      }
    } catch (InvalidSelectorException | CelCompilationException _) {
      return; // whom it means cannot be known, so that it lets nobody off
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** All exemptions, by namespace and name. */
  List<Waiver> all() {
    return all;
  }

  /**
   * What lets an object be, or the whole policy on the cluster; of several the one that lasts
   * longest.
   *
   * @param object that is not as it should be; empty for a verdict that is about none
   */
  Optional<Waiver> find(HubName policy, String cluster, Optional<ObjectResult> object) {
    return byPolicy.getOrDefault(policy, List.of()).stream()
        .filter(each -> each.waiver().appliesOn(today))
        .filter(each -> covers(each, cluster))
        .filter(each -> covers(each.spec(), cluster, object))
        .map(Granted::waiver)
        .max(Comparator.comparing(each -> each.until().orElse(LocalDate.MAX)));
  }

  private boolean covers(Granted granted, String cluster) {
    List<String> names = granted.spec().clusterNames();
    ManagedCluster resource = state.hub().clusters().get(cluster);
    return (names.isEmpty() || names.contains(cluster))
        && (granted.clusters().isEmpty()
            || (resource != null && granted.clusters().get().holds(resource)));
  }

  private boolean covers(ExemptionSpec spec, String cluster, Optional<ObjectResult> object) {
    boolean everything = spec.match().isEmpty() && spec.namespaceSelector() == null;
    return everything
        || object
            .filter(each -> isOfKind(spec.match(), each) && isInNamespace(spec, cluster, each))
            .isPresent();
  }

  private static boolean isOfKind(List<ResourceMatch> match, ObjectResult object) {
    return match.isEmpty()
        || match.stream()
            .anyMatch(
                each ->
                    each.apiVersion().equals(object.apiVersion())
                        && each.kind().equals(object.kind()));
  }

  private boolean isInNamespace(ExemptionSpec spec, String cluster, ObjectResult object) {
    Inventory inventory = state.inventories().get(cluster);
    return spec.namespaceSelector() == null
        || (inventory != null
            && Namespaces.select(spec.namespaceSelector(), inventory)
                .names()
                .contains(object.namespace()));
  }
}
