package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.DecisionGroupStatus;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.meta.Condition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a placement that upstream leaves as it is: the existing decisions stay. */
final class UnscheduledResult implements PlacementResult {
  private final PlacementPlan plan;
  private final Fleet fleet;
  private final ScheduleStatus status;

  UnscheduledResult(PlacementPlan plan, Fleet fleet, ScheduleStatus status) {
    this.plan = plan;
    this.fleet = fleet;
    this.status = status;
  }

  @Override
  public Placement placement() {
    return plan.placement();
  }

  @Override
  public ScheduleStatus status() {
    return status;
  }

  @Override
  public List<Condition> conditions() {
    return List.of();
  }

  @Override
  public List<Decision> decisions() {
    return List.copyOf(existing().values());
  }

  /** The clusters of the fleet that the existing decisions name. */
  private Map<String, Decision> existing() {
    Map<String, Decision> existing = new LinkedHashMap<>();
    for (PlacementDecision object : placementDecisions()) {
      Decision.Group group = group(object);
      for (ClusterDecision decision : object.decisions()) {
        String cluster = decision.clusterName();
        if (fleet.cluster(cluster) != null) {
          existing.putIfAbsent(cluster, new Decision(cluster, 0, group));
        }
      }
    }
    return existing;
  }

  private static Decision.@Nullable Group group(PlacementDecision object) {
    Map<String, String> labels = object.metadata().labels();
    String index = labels.get(ClusterLabels.DECISION_GROUP_INDEX);
    return index == null || !index.matches("[0-9]{1,9}")
        ? null
        : new Decision.Group(
            Integer.parseInt(index),
            Tolerations.text(labels.get(ClusterLabels.DECISION_GROUP_NAME)));
  }

  @Override
  public List<PlacementDecision> placementDecisions() {
    return fleet.decisions(plan.namespace(), placement().metadata().name());
  }

  @Override
  public List<DecisionGroupStatus> decisionGroups() {
    return placement().status() == null ? List.of() : placement().status().decisionGroups();
  }

  @Override
  public int numberOfSelectedClusters() {
    return existing().size();
  }

  @Override
  public int unscheduled() {
    return 0;
  }

  @Override
  public @Nullable Duration requeueAfter() {
    return null;
  }

  @Override
  public List<Rejection> rejections() {
    Map<String, Decision> existing = existing();
    String message = "The placement is not scheduled: " + status.message() + ".";
    return fleet.clusters().stream()
        .map(ManagedCluster::metadata)
        .filter(m -> !existing.containsKey(m.name()))
        .map(
            m ->
                new Rejection(
                    m.name(),
                    Rejection.Stage.SCHEDULING,
                    status.message(),
                    null,
                    null,
                    message,
                    ""))
        .toList();
  }

  @Override
  public List<ClusterScore> scores() {
    return List.of();
  }

  @Override
  public List<PrioritizerScores> prioritizers() {
    return List.of();
  }

  @Override
  public List<FilterResult> filterResults() {
    return List.of();
  }

  @Override
  public List<String> boundClusterSets() {
    return plan.sets().bound();
  }

  @Override
  public List<String> eligibleClusterSets() {
    return plan.sets().eligible();
  }

  @Override
  public List<String> availableClusters() {
    return List.of();
  }
}
