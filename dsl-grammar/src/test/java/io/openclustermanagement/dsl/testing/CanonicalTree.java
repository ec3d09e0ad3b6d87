package io.openclustermanagement.dsl.testing;

import io.openclustermanagement.dsl.format.ClauseOrder;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.FleetMember;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import java.util.List;
import java.util.function.UnaryOperator;

/** Brings the clauses of a tree into the order in which the formatter prints them. */
public final class CanonicalTree {

  private CanonicalTree() {}

  public static SourceUnit of(SourceUnit unit) {
    return new SourceUnit(
        unit.header(),
        unit.imports(),
        map(unit.declarations(), CanonicalTree::declaration),
        unit.at());
  }

  private static Declaration declaration(Declaration declaration) {
    return switch (declaration) {
      case Declaration.ClusterSet d ->
          new Declaration.ClusterSet(
              d.doc(),
              d.name(),
              d.objectName(),
              ClauseOrder.CLUSTER_SET.sorted(d.clauses()),
              d.at());
      case Declaration.Placement d ->
          new Declaration.Placement(
              d.doc(), d.name(), d.objectName(), ClauseOrder.PLACEMENT.sorted(d.clauses()), d.at());
      case Declaration.Policy d ->
          new Declaration.Policy(
              d.doc(),
              d.name(),
              d.objectName(),
              d.parameters(),
              ClauseOrder.POLICY.sorted(map(d.clauses(), CanonicalTree::policyClause)),
              d.at());
      case Declaration.PolicySet d ->
          new Declaration.PolicySet(
              d.doc(),
              d.name(),
              d.objectName(),
              ClauseOrder.POLICY_SET.sorted(d.clauses()),
              d.at());
      case Declaration.Exemption d ->
          new Declaration.Exemption(
              d.doc(), d.name(), ClauseOrder.EXEMPTION.sorted(d.clauses()), d.at());
      case Declaration.Deploy d ->
          new Declaration.Deploy(
              d.doc(),
              d.name(),
              d.objectName(),
              ClauseOrder.DEPLOY.sorted(map(d.clauses(), CanonicalTree::deployClause)),
              d.at());
      case Declaration.Fleet d ->
          new Declaration.Fleet(
              d.doc(), d.name(), map(d.members(), CanonicalTree::fleetMember), d.at());
      case Declaration.FleetRule d ->
          new Declaration.FleetRule(
              d.doc(), d.name(), ClauseOrder.FLEET_RULE.sorted(d.clauses()), d.at());
      case Declaration.PolicyInstance _,
          Declaration.Bind _,
          Declaration.HubResources _,
          Declaration.Param _,
          Declaration.Fun _,
          Declaration.Test _,
          Declaration.Error _ ->
          declaration;
    };
  }

  private static PolicyClause policyClause(PolicyClause clause) {
    if (clause instanceof PolicyClause.Template template) {
      return new PolicyClause.Template(
          template.doc(),
          template.name(),
          template.objectName(),
          ClauseOrder.POLICY.sorted(map(template.clauses(), CanonicalTree::policyClause)),
          template.at());
    }
    return clause instanceof PolicyClause.Rule rule
        ? new PolicyClause.Rule(
            rule.doc(), rule.name(), ClauseOrder.RULE.sorted(rule.clauses()), rule.at())
        : clause;
  }

  private static DeployClause deployClause(DeployClause clause) {
    return clause instanceof DeployClause.Rollout rollout
        ? new DeployClause.Rollout(
            rollout.type(), ClauseOrder.ROLLOUT.sorted(rollout.clauses()), rollout.at())
        : clause;
  }

  private static FleetMember fleetMember(FleetMember member) {
    return member instanceof FleetMember.Cluster cluster
        ? new FleetMember.Cluster(
            cluster.name(),
            cluster.parent(),
            cluster.names(),
            ClauseOrder.CLUSTER.sorted(cluster.clauses()),
            cluster.at())
        : member;
  }

  private static <T> List<T> map(List<T> items, UnaryOperator<T> change) {
    return items.stream().map(change).toList();
  }
}
