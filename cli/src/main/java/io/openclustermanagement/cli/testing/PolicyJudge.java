package io.openclustermanagement.cli.testing;

import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.BindingSubject;
import io.openclustermanagement.api.policy.PlacementApiGroup;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.PlacementKind;
import io.openclustermanagement.api.policy.PlacementReference;
import io.openclustermanagement.api.policy.SubjectApiGroup;
import io.openclustermanagement.api.policy.SubjectKind;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.api.rules.FleetRule;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.fleetrule.EvaluatedHub;
import io.openclustermanagement.governance.fleetrule.FleetRuleEvaluator;
import io.openclustermanagement.governance.fleetrule.FleetRuleResult;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.propagation.FleetEvaluation;
import io.openclustermanagement.governance.propagation.FleetState;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.governance.propagation.HubSnapshot;
import io.openclustermanagement.governance.propagation.ReplicaResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How clusters of a virtual hub stand with policies. The policies of the sources go where bindings
 * and placements put them; the one that is asked for goes to the cluster that is asked for in any
 * case.
 */
final class PolicyJudge {
  /** No placement has such a name. */
  private static final String ASKED_FOR = "_asked-for";

  private final List<KubernetesObject> objects;
  private final PolicyEvaluator evaluator = PolicyEvaluator.standard();

  /**
   * @param objects of the sources
   */
  PolicyJudge(List<KubernetesObject> objects) {
    this.objects = List.copyOf(objects);
  }

  /** How a cluster stands with a policy; empty if there is none of this name. */
  Optional<ReplicaResult> judge(HubName policy, String cluster, VirtualHub hub) {
    Map<HubName, List<String>> decisions = decisions(hub);
    decisions.put(new HubName(policy.namespace(), ASKED_FOR), List.of(cluster));
    return evaluate(hub, decisions, List.of(binding(policy)))
        .clusters()
        .getOrDefault(cluster, List.of())
        .stream()
        .filter(each -> each.replica().rootName().equals(policy))
        .findFirst()
        .map(each -> given(each, policy, cluster, hub));
  }

  private static ReplicaResult given(
      ReplicaResult evaluated, HubName policy, String cluster, VirtualHub hub) {
    return hub.given()
        .ofPolicy(policy, cluster)
        .map(state -> new ReplicaResult(evaluated.replica(), state, List.of()))
        .orElse(evaluated);
  }

  /** The hub as rules over the fleet see it. */
  EvaluatedHub evaluated(VirtualHub hub) {
    return new EvaluatedHub(
        evaluate(hub, decisions(hub), List.of()),
        of(ManagedClusterSet.class),
        of(ManifestWorkReplicaSet.class),
        of(Exemption.class),
        hub.given());
  }

  /** How the fleet stands with a rule. */
  FleetRuleResult judge(HubName rule, VirtualHub hub) {
    return of(FleetRule.class).stream()
        .filter(each -> HubName.of(each).equals(rule))
        .findFirst()
        .map(each -> FleetRuleEvaluator.evaluate(each, evaluated(hub)))
        .orElseThrow(() -> new IllegalStateException("no object for fleet rule " + rule));
  }

  private FleetEvaluation evaluate(
      VirtualHub hub, Map<HubName, List<String>> decisions, List<PlacementBinding> bindings) {
    List<KubernetesObject> all = new ArrayList<>(objects);
    all.addAll(bindings);
    all.addAll(hub.fleet().clusters());
    HubSnapshot snapshot =
        HubSnapshot.of(all, decisions, Inventory.of(List.of(), KubernetesSchemas.builtIn()));
    return FleetEvaluation.of(new FleetState(snapshot, hub.inventories(), hub.now()), evaluator);
  }

  private <T extends KubernetesObject> List<T> of(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private Map<HubName, List<String>> decisions(VirtualHub hub) {
    Map<HubName, List<String>> decisions = new HashMap<>();
    for (KubernetesObject object : objects) {
      if (object instanceof Placement placement) {
        List<String> chosen =
            hub.decide(placement).placementDecisions().stream()
                .flatMap(each -> each.decisions().stream())
                .map(ClusterDecision::clusterName)
                .toList();
        decisions.put(HubName.of(placement), chosen);
      }
    }
    return decisions;
  }

  private static PlacementBinding binding(HubName policy) {
    return new PlacementBinding(
        ObjectMeta.named(policy.namespace(), ASKED_FOR),
        null,
        null,
        new PlacementReference(PlacementApiGroup.CLUSTER, PlacementKind.PLACEMENT, ASKED_FOR),
        List.of(new BindingSubject(SubjectApiGroup.POLICY, SubjectKind.POLICY, policy.name())),
        null);
  }
}
