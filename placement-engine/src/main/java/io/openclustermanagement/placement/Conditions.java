package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ClusterConditions;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.ConditionStatus;
import java.time.Instant;
import java.util.List;

/** The conditions of a scheduled placement, in upstream's words and order of precedence. */
final class Conditions {
  private Conditions() {}

  static List<Condition> of(Pipeline.Outcome outcome) {
    return List.of(misconfigured(outcome), satisfied(outcome));
  }

  private static Condition misconfigured(Pipeline.Outcome outcome) {
    ScheduleStatus problem = outcome.problem();
    String type = ClusterConditions.PLACEMENT_MISCONFIGURED;
    return problem == null
        ? condition(
            outcome,
            type,
            ConditionStatus.FALSE,
            ClusterConditions.SUCCEED_CONFIGURED,
            "Placement configurations check pass")
        : condition(
            outcome,
            type,
            ConditionStatus.TRUE,
            ClusterConditions.MISCONFIGURED,
            problem.plugin() + ":" + problem.message());
  }

  private static Condition satisfied(Pipeline.Outcome outcome) {
    EligibleSets sets = outcome.plan().sets();
    if (sets.bound().isEmpty()) {
      return unsatisfied(
          outcome,
          ClusterConditions.NO_MANAGED_CLUSTER_SET_BINDINGS,
          "No valid ManagedClusterSetBindings found in placement namespace");
    }
    if (sets.eligible().isEmpty()) {
      String wanted = String.join(",", outcome.plan().placement().spec().clusterSets());
      return unsatisfied(
          outcome,
          ClusterConditions.NO_INTERSECTION,
          "None of ManagedClusterSets [" + wanted + "] is bound to placement namespace");
    }
    if (Bitmap.isEmpty(outcome.available())) {
      String eligible = String.join(",", sets.eligible());
      return unsatisfied(
          outcome,
          ClusterConditions.ALL_MANAGED_CLUSTER_SETS_EMPTY,
          "All ManagedClusterSets [" + eligible + "] have no member ManagedCluster");
    }
    if (outcome.chosen().length == 0) {
      return unsatisfied(
          outcome,
          ClusterConditions.NO_MANAGED_CLUSTER_MATCHED,
          "No ManagedCluster matches any of the cluster predicate");
    }
    if (outcome.unscheduled() != 0) {
      return unsatisfied(
          outcome,
          ClusterConditions.NOT_ALL_DECISIONS_SCHEDULED,
          outcome.unscheduled() + " cluster decisions unscheduled");
    }
    return condition(
        outcome,
        ClusterConditions.PLACEMENT_SATISFIED,
        ConditionStatus.TRUE,
        ClusterConditions.ALL_DECISIONS_SCHEDULED,
        "All cluster decisions scheduled");
  }

  private static Condition unsatisfied(Pipeline.Outcome outcome, String reason, String message) {
    return condition(
        outcome, ClusterConditions.PLACEMENT_SATISFIED, ConditionStatus.FALSE, reason, message);
  }

  private static Condition condition(
      Pipeline.Outcome outcome, String type, ConditionStatus status, String reason, String text) {
    Instant since = since(outcome.plan().placement(), type, status, outcome.now());
    return new Condition(type, status, null, since, reason, text);
  }

  /**
   * The time of the last transition stays while the status does ({@code meta.SetStatusCondition}).
   */
  private static Instant since(
      Placement placement, String type, ConditionStatus status, Instant now) {
    return placement.status() == null
        ? now
        : Condition.find(placement.status().conditions(), type)
            .filter(c -> c.status() == status)
            .map(Condition::lastTransitionTime)
            .orElse(now);
  }
}
