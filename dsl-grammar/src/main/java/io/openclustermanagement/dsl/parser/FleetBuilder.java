package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.syntax.ClusterClause;
import io.openclustermanagement.dsl.syntax.FleetMember;
import io.openclustermanagement.dsl.syntax.FleetRuleClause;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.Resource;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds what fleets and fleet rules consist of. */
final class FleetBuilder {

  private final Origins origins;
  private final ExpressionBuilder expressions;
  private final ResourceBuilder resources;

  FleetBuilder(Origins origins, ExpressionBuilder expressions, ResourceBuilder resources) {
    this.origins = origins;
    this.expressions = expressions;
    this.resources = resources;
  }

  List<FleetMember> members(ParserRuleContext block) {
    return origins.items(
        block, OcmGrammar.FleetMemberContext.class, this::member, FleetMember.Error::new);
  }

  List<FleetRuleClause> fleetRuleClauses(ParserRuleContext block) {
    return origins.items(
        block,
        OcmGrammar.FleetRuleClauseContext.class,
        this::fleetRuleClause,
        FleetRuleClause.Error::new);
  }

  private FleetMember member(OcmGrammar.FleetMemberContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.ClusterContext c ->
          new FleetMember.Cluster(
              origins.name(c.name(0)),
              origins.optionalName(c.name(1)),
              expressions.optionalList(c.list()),
              origins.items(
                  c,
                  OcmGrammar.ClusterClauseContext.class,
                  this::clusterClause,
                  ClusterClause.Error::new),
              at);
      case OcmGrammar.PolicyStateContext c ->
          new FleetMember.PolicyState(
              origins.qualifiedName(c.qualifiedName()),
              origins.name(c.name()),
              origins.names(c.nameList()),
              at);
      default -> throw new IllegalStateException("no member: " + context.getClass());
    };
  }

  ClusterClause clusterClause(OcmGrammar.ClusterClauseContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.ClusterInSetContext c ->
          new ClusterClause.Set(origins.qualifiedName(c.qualifiedName()), at);
      case OcmGrammar.ClusterLabelsContext c ->
          new ClusterClause.Labels(expressions.object(c.object()), at);
      case OcmGrammar.ClusterClaimsContext c ->
          new ClusterClause.Claims(expressions.object(c.object()), at);
      case OcmGrammar.ClusterVersionContext c ->
          new ClusterClause.Version(expressions.literal(c.literal()), at);
      case OcmGrammar.ClusterAllocatableContext c ->
          new ClusterClause.Allocatable(expressions.object(c.object()), at);
      case OcmGrammar.ClusterTaintContext c ->
          new ClusterClause.Taint(
              expressions.keyPath(c.keyPath()),
              expressions.optionalPlain(c.STRING()),
              origins.name(c.name()),
              at);
      case OcmGrammar.ClusterConditionContext c ->
          new ClusterClause.Condition(
              origins.name(c.name()), origins.name(c.conditionStatus()), at);
      case OcmGrammar.ClusterScoreContext c ->
          new ClusterClause.Score(
              expressions.plain(c.STRING()), expressions.object(c.object()), at);
      case OcmGrammar.ClusterResourcesContext c ->
          new ClusterClause.Resources(clusterResources(c), at);
      default -> throw new IllegalStateException("no clause: " + context.getClass());
    };
  }

  private List<Resource> clusterResources(OcmGrammar.ClusterResourcesContext context) {
    return context.LBRACE() != null // A skipped string may stand in the braces.
        ? resources.manifests(context)
        : List.of(
            new Resource.FromFile(
                expressions.plain(context.STRING()),
                origins.at(context.FROM().getSymbol(), context.STRING().getSymbol())));
  }

  private FleetRuleClause fleetRuleClause(OcmGrammar.FleetRuleClauseContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.FleetForEachContext c ->
          new FleetRuleClause.ForEach(
              origins.name(c.name()),
              expressions.expression(c.expression(0)),
              expressions.optionalExpression(c.expression(1)),
              at);
      case OcmGrammar.FleetLetContext c ->
          new FleetRuleClause.Let(
              origins.name(c.name()), expressions.expression(c.expression()), at);
      case OcmGrammar.FleetExpectContext c ->
          new FleetRuleClause.Expect(expressions.expression(c.expression()), at);
      case OcmGrammar.FleetSeverityContext c ->
          new FleetRuleClause.Severity(origins.name(c.name()), at);
      case OcmGrammar.FleetMessageContext c ->
          new FleetRuleClause.Message(expressions.string(c.STRING()), at);
      default -> throw new IllegalStateException("no clause: " + context.getClass());
    };
  }
}
