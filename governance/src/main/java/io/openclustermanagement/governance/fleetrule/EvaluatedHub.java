package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.SelectorType;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.api.work.LocalPlacementReference;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.FleetEvaluation;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.governance.propagation.PolicyResult;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.ClusterCondition;
import io.openclustermanagement.placement.InvalidSelectorException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A hub whose policies were evaluated as a dry run. */
public final class EvaluatedHub implements HubFacts {
  private final FleetEvaluation evaluation;
  private final Map<String, ManagedClusterSet> sets = new HashMap<>();
  private final Map<HubName, ManifestWorkReplicaSet> deployments = new HashMap<>();
  private final List<Exemption> exemptions;
  private final Map<HubName, Map<String, VerdictState>> policies = new HashMap<>();
  private final GivenStates given;

  /**
   * The hub.
   *
   * @param sets the cluster sets
   * @param deployments what is deployed
   * @param exemptions what was granted
   */
  public EvaluatedHub(
      FleetEvaluation evaluation,
      Collection<ManagedClusterSet> sets,
      Collection<ManifestWorkReplicaSet> deployments,
      Collection<Exemption> exemptions) {
    this(evaluation, sets, deployments, exemptions, new GivenStates());
  }

  /**
   * A hub of which some is taken for granted.
   *
   * @param sets the cluster sets
   * @param deployments what is deployed
   * @param exemptions what was granted
   * @param given what counts in place of what was evaluated
   */
  public EvaluatedHub(
      FleetEvaluation evaluation,
      Collection<ManagedClusterSet> sets,
      Collection<ManifestWorkReplicaSet> deployments,
      Collection<Exemption> exemptions,
      GivenStates given) {
    this.given = given;
    this.evaluation = evaluation;
    sets.forEach(each -> this.sets.put(each.metadata().name(), each));
    deployments.forEach(each -> this.deployments.put(HubName.of(each), each));
    this.exemptions = List.copyOf(exemptions);
    for (PolicyResult policy : evaluation.policies().values()) {
      Map<String, VerdictState> states = new HashMap<>();
      policy.clusters().forEach(each -> states.put(each.cluster(), each.state()));
      policies.put(policy.name(), states);
    }
  }

  private Map<String, ManagedCluster> clusters() {
    return evaluation.state().hub().clusters();
  }

  private List<ManagedCluster> clusters(Predicate<ManagedCluster> condition) {
    return clusters().values().stream()
        .filter(condition)
        .sorted(Comparator.comparing(each -> each.metadata().name()))
        .toList();
  }

  private static HubName name(String qualified) {
    int slash = qualified.indexOf('/');
    return new HubName(
        slash < 0 ? "" : qualified.substring(0, slash), qualified.substring(slash + 1));
  }

  @Override
  public Optional<Collection<ManagedCluster>> placed(String placement) {
    return placed(name(placement));
  }

  private Optional<Collection<ManagedCluster>> placed(HubName placement) {
    return Optional.ofNullable(evaluation.state().hub().decisions().get(placement))
        .map(names -> names.stream().map(clusters()::get).filter(Objects::nonNull).toList());
  }

  @Override
  public Optional<Collection<ManagedCluster>> members(String set) {
    return Optional.ofNullable(sets.get(set)).map(this::members);
  }

  private Collection<ManagedCluster> members(ManagedClusterSet set) {
    var selector = set.spec() == null ? null : set.spec().clusterSelector();
    if (selector == null || selector.selectorType() != SelectorType.LABEL_SELECTOR) {
      String name = set.metadata().name();
      return clusters(each -> name.equals(each.metadata().labels().get(ClusterLabels.CLUSTER_SET)));
    }
    try {
      ClusterCondition condition =
          ClusterCondition.of(new ClusterSelector(selector.labelSelector(), null, null));
      return clusters(condition::holds);
    } catch (InvalidSelectorException | CelCompilationException e) {
      return List.of(); // a set whose selector is not valid has no members
    }
  }

  @Override
  public Optional<Collection<ManagedCluster>> deployed(String deployment) {
    HubName name = name(deployment);
    return Optional.ofNullable(deployments.get(name))
        .map(
            found -> {
              Map<String, ManagedCluster> all = new LinkedHashMap<>();
              placements(found)
                  .map(each -> placed(new HubName(name.namespace(), each.name())))
                  .flatMap(Optional::stream)
                  .flatMap(Collection::stream)
                  .forEach(each -> all.put(each.metadata().name(), each));
              return all.values();
            });
  }

  private static Stream<LocalPlacementReference> placements(ManifestWorkReplicaSet deployment) {
    return deployment.spec() == null ? Stream.empty() : deployment.spec().placementRefs().stream();
  }

  @Override
  public List<Exemption> exemptions() {
    return exemptions;
  }

  /**
   * An error is a violation, as upstream reports it; a set is known when all of its policies are.
   */
  @Override
  public Optional<String> compliance(String cluster, String kind, String name) {
    return kind.equals("PolicySet") ? ofSet(cluster, name(name)) : ofPolicy(cluster, name(name));
  }

  private Optional<String> ofPolicy(String cluster, HubName policy) {
    return state(policy, cluster).flatMap(EvaluatedHub::reported);
  }

  private Optional<VerdictState> state(HubName policy, String cluster) {
    return given
        .ofPolicy(policy, cluster)
        .or(() -> Optional.ofNullable(policies.getOrDefault(policy, Map.of()).get(cluster)));
  }

  private static Optional<String> reported(VerdictState state) {
    return state.compliance().map(each -> each.wireName());
  }

  private Optional<String> ofSet(String cluster, HubName name) {
    Optional<VerdictState> state = given.ofSet(name, cluster);
    return state.isPresent() ? reported(state.get()) : ofPoliciesOfSet(cluster, name);
  }

  /** The worst of the policies of a set that reach the cluster. */
  private Optional<String> ofPoliciesOfSet(String cluster, HubName name) {
    var set = evaluation.state().hub().sets().get(name);
    if (set == null) {
      return Optional.empty();
    }
    List<VerdictState> states =
        set.spec().policies().stream()
            .map(each -> state(new HubName(name.namespace(), each), cluster))
            .flatMap(Optional::stream)
            .toList();
    VerdictState worst = VerdictState.worst(states);
    boolean couldBeWorse = worst == VerdictState.PENDING && states.contains(VerdictState.UNKNOWN);
    return couldBeWorse ? Optional.empty() : reported(worst);
  }

  @Override
  public LocalDate today() {
    return LocalDate.ofInstant(evaluation.state().now(), ZoneOffset.UTC);
  }
}
