package io.openclustermanagement.dsl.format;

import io.openclustermanagement.dsl.syntax.ClusterClause;
import io.openclustermanagement.dsl.syntax.ClusterSetClause;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.ExemptionClause;
import io.openclustermanagement.dsl.syntax.FleetRuleClause;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.PolicySetClause;
import io.openclustermanagement.dsl.syntax.RolloutClause;
import io.openclustermanagement.dsl.syntax.RuleClause;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The order of the clauses of a construct. Clauses of one rank keep the order of the author,
 * because it means something: alternatives in a placement, resources and rules in a policy.
 *
 * @param ranks the kinds of clauses, first to last
 */
public record ClauseOrder<T extends Node>(List<Set<Class<? extends T>>> ranks) {

  public static final ClauseOrder<ClusterSetClause> CLUSTER_SET =
      new ClauseOrder<>(
          List.of(
              Set.of(ClusterSetClause.Labels.class),
              Set.of(ClusterSetClause.Annotations.class),
              Set.of(
                  ClusterSetClause.MembersLabelled.class,
                  ClusterSetClause.MembersWhere.class,
                  ClusterSetClause.MembersExisting.class),
              Set.of(ClusterSetClause.BindTo.class),
              Set.of(ClusterSetClause.ManageNamespaces.class)));

  public static final ClauseOrder<PlacementClause> PLACEMENT =
      new ClauseOrder<>(
          List.of(
              Set.of(PlacementClause.Labels.class),
              Set.of(PlacementClause.Annotations.class),
              Set.of(PlacementClause.From.class),
              Set.of(PlacementClause.Where.class),
              Set.of(PlacementClause.Tolerate.class),
              Set.of(PlacementClause.Choose.class, PlacementClause.ChooseAll.class),
              Set.of(PlacementClause.Prefer.class),
              Set.of(PlacementClause.Spread.class),
              Set.of(PlacementClause.Groups.class),
              Set.of(PlacementClause.SortBy.class)));

  public static final ClauseOrder<PolicyClause> POLICY =
      new ClauseOrder<>(
          List.of(
              Set.of(PolicyClause.Labels.class),
              Set.of(PolicyClause.Annotations.class),
              Set.of(PolicyClause.Title.class),
              Set.of(PolicyClause.Standard.class),
              Set.of(PolicyClause.Severity.class),
              Set.of(PolicyClause.Disabled.class),
              Set.of(PolicyClause.Mode.class),
              Set.of(PolicyClause.CopyNoMetadata.class),
              Set.of(PolicyClause.AsServiceAccount.class),
              Set.of(PolicyClause.EvaluateEvery.class),
              Set.of(PolicyClause.After.class, PolicyClause.AfterObject.class),
              Set.of(PolicyClause.IgnorePending.class),
              Set.of(PolicyClause.InNamespaces.class),
              Set.of(PolicyClause.On.class),
              Set.of(
                  PolicyClause.ResourceRule.class,
                  PolicyClause.Rule.class,
                  PolicyClause.Rego.class,
                  PolicyClause.Template.class,
                  PolicyClause.Raw.class)));

  public static final ClauseOrder<RuleClause> RULE =
      new ClauseOrder<>(
          List.of(
              Set.of(RuleClause.ForEach.class),
              Set.of(RuleClause.Let.class),
              Set.of(RuleClause.DenyWhen.class, RuleClause.AllowOnlyWhen.class),
              Set.of(RuleClause.Severity.class),
              Set.of(RuleClause.Message.class),
              Set.of(RuleClause.Fix.class)));

  public static final ClauseOrder<PolicySetClause> POLICY_SET =
      new ClauseOrder<>(
          List.of(
              Set.of(PolicySetClause.Labels.class),
              Set.of(PolicySetClause.Annotations.class),
              Set.of(PolicySetClause.Description.class),
              Set.of(PolicySetClause.Policies.class),
              Set.of(PolicySetClause.On.class),
              Set.of(PolicySetClause.EnforceOnlyOn.class)));

  public static final ClauseOrder<ExemptionClause> EXEMPTION =
      new ClauseOrder<>(
          List.of(
              Set.of(ExemptionClause.From.class),
              Set.of(ExemptionClause.Clusters.class, ExemptionClause.ClustersWhere.class),
              Set.of(ExemptionClause.Resources.class),
              Set.of(ExemptionClause.Until.class),
              Set.of(ExemptionClause.Owner.class),
              Set.of(ExemptionClause.Ticket.class),
              Set.of(ExemptionClause.Because.class)));

  public static final ClauseOrder<DeployClause> DEPLOY =
      new ClauseOrder<>(
          List.of(
              Set.of(DeployClause.Labels.class),
              Set.of(DeployClause.Annotations.class),
              Set.of(DeployClause.To.class),
              Set.of(DeployClause.Manifests.class),
              Set.of(DeployClause.Rollout.class),
              Set.of(DeployClause.Apply.class),
              Set.of(DeployClause.HealthyWhen.class),
              Set.of(DeployClause.Report.class),
              Set.of(DeployClause.AsServiceAccount.class),
              Set.of(DeployClause.OnDelete.class)));

  public static final ClauseOrder<RolloutClause> ROLLOUT =
      new ClauseOrder<>(
          List.of(
              Set.of(RolloutClause.FirstGroup.class),
              Set.of(RolloutClause.AtMost.class),
              Set.of(RolloutClause.Soak.class),
              Set.of(RolloutClause.Deadline.class),
              Set.of(RolloutClause.MaxFailures.class)));

  public static final ClauseOrder<ClusterClause> CLUSTER =
      new ClauseOrder<>(
          List.of(
              Set.of(ClusterClause.Set.class),
              Set.of(ClusterClause.Labels.class),
              Set.of(ClusterClause.Claims.class),
              Set.of(ClusterClause.Version.class),
              Set.of(ClusterClause.Allocatable.class),
              Set.of(ClusterClause.Taint.class),
              Set.of(ClusterClause.Condition.class),
              Set.of(ClusterClause.Score.class),
              Set.of(ClusterClause.Resources.class)));

  public static final ClauseOrder<FleetRuleClause> FLEET_RULE =
      new ClauseOrder<>(
          List.of(
              Set.of(FleetRuleClause.ForEach.class),
              Set.of(FleetRuleClause.Let.class),
              Set.of(FleetRuleClause.Expect.class),
              Set.of(FleetRuleClause.Severity.class),
              Set.of(FleetRuleClause.Message.class)));

  /** The clauses in this order; those of one rank as they come. */
  public List<T> sorted(List<T> clauses) {
    return clauses.stream().sorted(Comparator.comparingInt(this::rank)).toList();
  }

  private int rank(T clause) {
    int rank = 0;
    while (rank < ranks.size() && !ranks.get(rank).contains(clause.getClass())) {
      rank++;
    }
    return rank;
  }
}
