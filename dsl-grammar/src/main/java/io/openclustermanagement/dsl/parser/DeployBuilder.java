package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.RolloutClause;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds the clauses of deployments. */
final class DeployBuilder {

  private final Origins origins;
  private final ExpressionBuilder expressions;
  private final ResourceBuilder resources;

  DeployBuilder(Origins origins, ExpressionBuilder expressions, ResourceBuilder resources) {
    this.origins = origins;
    this.expressions = expressions;
    this.resources = resources;
  }

  List<DeployClause> clauses(ParserRuleContext block) {
    return origins.items(
        block, OcmGrammar.DeployClauseContext.class, this::clause, DeployClause.Error::new);
  }

  private DeployClause clause(OcmGrammar.DeployClauseContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.DeployToContext c -> new DeployClause.To(origins.names(c.nameRefs()), at);
      case OcmGrammar.DeployManifestsContext c ->
          new DeployClause.Manifests(resources.manifests(c), at);
      case OcmGrammar.DeployRolloutContext c ->
          new DeployClause.Rollout(rolloutType(c), rolloutClauses(c), at);
      case OcmGrammar.DeployApplyContext c ->
          new DeployClause.Apply(
              applyMode(c), c.FORCE() != null, expressions.optionalList(c.list()), at);
      case OcmGrammar.DeployHealthyContext c ->
          new DeployClause.HealthyWhen(
              resources.kind(c.kind()),
              expressions.string(c.STRING(0)),
              c.IN() == null ? null : expressions.string(c.STRING(1)),
              expressions.expression(c.expression()),
              at);
      case OcmGrammar.DeployReportContext c ->
          new DeployClause.Report(
              resources.kind(c.kind()),
              expressions.string(c.STRING(0)),
              c.IN() == null ? null : expressions.string(c.STRING(1)),
              expressions.optionalList(c.list()),
              at);
      case OcmGrammar.DeployAccountContext c ->
          new DeployClause.AsServiceAccount(expressions.plain(c.STRING()), at);
      case OcmGrammar.DeployDeleteContext c -> new DeployClause.OnDelete(propagation(c), at);
      case OcmGrammar.DeployLabelsContext c ->
          new DeployClause.Labels(expressions.object(c.object()), at);
      case OcmGrammar.DeployAnnotationsContext c ->
          new DeployClause.Annotations(expressions.object(c.object()), at);
      default -> throw new IllegalStateException("no clause: " + context.getClass());
    };
  }

  private static DeployClause.RolloutType rolloutType(OcmGrammar.DeployRolloutContext context) {
    if (context.PROGRESSIVE() != null) {
      return DeployClause.RolloutType.PROGRESSIVE;
    }
    return context.ALL() == null
        ? DeployClause.RolloutType.PER_GROUP
        : DeployClause.RolloutType.ALL;
  }

  private List<RolloutClause> rolloutClauses(ParserRuleContext block) {
    return origins.items(
        block,
        OcmGrammar.RolloutClauseContext.class,
        this::rolloutClause,
        RolloutClause.Error::new);
  }

  private RolloutClause rolloutClause(OcmGrammar.RolloutClauseContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.RolloutFirstContext c ->
          new RolloutClause.FirstGroup(origins.name(c.name()), at);
      case OcmGrammar.RolloutAtMostContext c ->
          new RolloutClause.AtMost(expressions.expression(c.expression()), at);
      case OcmGrammar.RolloutSoakContext c ->
          new RolloutClause.Soak(expressions.literal(c.literal()), at);
      case OcmGrammar.RolloutDeadlineContext c ->
          new RolloutClause.Deadline(expressions.literal(c.literal()), at);
      case OcmGrammar.RolloutFailuresContext c ->
          new RolloutClause.MaxFailures(expressions.expression(c.expression()), at);
      default -> throw new IllegalStateException("no clause: " + context.getClass());
    };
  }

  private static DeployClause.ApplyMode applyMode(OcmGrammar.DeployApplyContext context) {
    if (context.UPDATE() != null) {
      return DeployClause.ApplyMode.UPDATE;
    }
    if (context.SERVER_SIDE() != null) {
      return DeployClause.ApplyMode.SERVER_SIDE;
    }
    return context.CREATE_ONLY() == null
        ? DeployClause.ApplyMode.READ_ONLY
        : DeployClause.ApplyMode.CREATE_ONLY;
  }

  private static DeployClause.Propagation propagation(OcmGrammar.DeployDeleteContext context) {
    if (context.FOREGROUND() != null) {
      return DeployClause.Propagation.FOREGROUND;
    }
    return context.BACKGROUND() == null
        ? DeployClause.Propagation.ORPHAN
        : DeployClause.Propagation.BACKGROUND;
  }
}
