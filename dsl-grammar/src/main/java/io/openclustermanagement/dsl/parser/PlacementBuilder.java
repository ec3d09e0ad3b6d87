package io.openclustermanagement.dsl.parser;

import static io.openclustermanagement.dsl.parser.Origins.optional;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.ClusterSetClause;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import io.openclustermanagement.dsl.syntax.Preference;
import io.openclustermanagement.dsl.syntax.Tolerated;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds the clauses of cluster sets and placements. */
final class PlacementBuilder {

  private final Origins origins;
  private final ExpressionBuilder expressions;

  PlacementBuilder(Origins origins, ExpressionBuilder expressions) {
    this.origins = origins;
    this.expressions = expressions;
  }

  List<ClusterSetClause> clusterSetClauses(ParserRuleContext block) {
    return origins.items(
        block,
        OcmGrammar.ClusterSetClauseContext.class,
        this::clusterSetClause,
        ClusterSetClause.Error::new);
  }

  List<PlacementClause> placementClauses(ParserRuleContext block) {
    return origins.items(
        block,
        OcmGrammar.PlacementClauseContext.class,
        this::placementClause,
        PlacementClause.Error::new);
  }

  private ClusterSetClause clusterSetClause(OcmGrammar.ClusterSetClauseContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.MembersLabelledContext _ -> new ClusterSetClause.MembersLabelled(at);
      case OcmGrammar.MembersWhereContext c ->
          new ClusterSetClause.MembersWhere(expressions.expression(c.expression()), at);
      case OcmGrammar.MembersExistingContext _ -> new ClusterSetClause.MembersExisting(at);
      case OcmGrammar.ClusterSetLabelsContext c ->
          new ClusterSetClause.Labels(expressions.object(c.object()), at);
      case OcmGrammar.ClusterSetAnnotationsContext c ->
          new ClusterSetClause.Annotations(expressions.object(c.object()), at);
      case OcmGrammar.BindToContext c ->
          new ClusterSetClause.BindTo(expressions.list(c.list()), at);
      case OcmGrammar.ManageNamespacesContext c ->
          new ClusterSetClause.ManageNamespaces(expressions.list(c.list()), at);
      default -> throw new IllegalStateException("no clause: " + context.getClass());
    };
  }

  private PlacementClause placementClause(OcmGrammar.PlacementClauseContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.PlacementFromContext c ->
          new PlacementClause.From(origins.names(c.nameRefs()), at);
      case OcmGrammar.PlacementWhereContext c ->
          new PlacementClause.Where(expressions.expression(c.expression()), at);
      case OcmGrammar.TolerateContext c ->
          new PlacementClause.Tolerate(
              tolerated(c.tolerated()),
              origins.optionalName(c.name()),
              optional(c.literal(), expressions::literal),
              at);
      case OcmGrammar.ChooseAllContext _ -> new PlacementClause.ChooseAll(at);
      case OcmGrammar.ChooseContext c ->
          new PlacementClause.Choose(expressions.expression(c.expression()), at);
      case OcmGrammar.PreferContext c ->
          new PlacementClause.Prefer(c.ONLY() != null, preferences(c), at);
      case OcmGrammar.SpreadContext c ->
          new PlacementClause.Spread(
              expressions.expression(c.expression()),
              c.INT() == null ? null : expressions.literal(c.INT()),
              spreadMode(c),
              at);
      case OcmGrammar.GroupsContext c -> groups(c, at);
      case OcmGrammar.PlacementLabelsContext c ->
          new PlacementClause.Labels(expressions.object(c.object()), at);
      case OcmGrammar.PlacementAnnotationsContext c ->
          new PlacementClause.Annotations(expressions.object(c.object()), at);
      case OcmGrammar.SortByContext c ->
          new PlacementClause.SortBy(
              c.NAME() == null ? PlacementClause.SortKey.SCORE : PlacementClause.SortKey.NAME, at);
      default -> throw new IllegalStateException("no clause: " + context.getClass());
    };
  }

  private Tolerated tolerated(OcmGrammar.ToleratedContext context) {
    Origin at = origins.at(context);
    return switch (context.getStart().getType()) {
      case OcmTokens.UNREACHABLE -> new Tolerated.Unreachable(at);
      case OcmTokens.UNAVAILABLE -> new Tolerated.Unavailable(at);
      case OcmTokens.ALL -> new Tolerated.All(at);
      default ->
          new Tolerated.Taint(
              expressions.keyPath(context.keyPath()),
              expressions.optionalPlain(context.STRING()),
              at);
    };
  }

  private List<Preference> preferences(OcmGrammar.PreferContext context) {
    return origins.items(
        context, OcmGrammar.PreferenceContext.class, this::preference, Preference.Error::new);
  }

  private Preference preference(OcmGrammar.PreferenceContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.PreferSteadyContext c -> new Preference.Steady(weight(c.weight()), at);
      case OcmGrammar.PreferBalanceContext c -> new Preference.Balance(weight(c.weight()), at);
      case OcmGrammar.PreferAllocatableContext c ->
          new Preference.Allocatable(origins.name(c.name()), weight(c.weight()), at);
      case OcmGrammar.PreferScoreContext c ->
          new Preference.Score(
              expressions.plain(c.STRING(0)),
              expressions.plain(c.STRING(1)),
              weight(c.weight()),
              at);
      default -> throw new IllegalStateException("no preference: " + context.getClass());
    };
  }

  private Expression.Literal weight(OcmGrammar.WeightContext context) {
    String sign = context.MINUS() == null ? "" : "-";
    Origin at =
        context.MINUS() == null
            ? origins.at(context.INT().getSymbol())
            : origins.at(context.MINUS().getSymbol(), context.INT().getSymbol());
    return new Expression.Literal(
        Expression.LiteralKind.INTEGER, sign + context.INT().getText(), at);
  }

  private static PlacementClause.@Nullable SpreadMode spreadMode(OcmGrammar.SpreadContext context) {
    if (context.REQUIRED() != null) {
      return PlacementClause.SpreadMode.REQUIRED;
    }
    return context.PREFERRED() == null ? null : PlacementClause.SpreadMode.PREFERRED;
  }

  private PlacementClause groups(OcmGrammar.GroupsContext context, Origin at) {
    List<PlacementClause.Group> groups = new ArrayList<>();
    OcmGrammar.GroupSizeContext size = null;
    for (OcmGrammar.GroupItemContext item : context.groupItem()) {
      if (item instanceof OcmGrammar.GroupContext group && item.exception == null) {
        groups.add(group(group));
      } else if (item instanceof OcmGrammar.GroupSizeContext sized && item.exception == null) {
        if (size != null) {
          reportSecondSize(size, sized);
        }
        size = sized;
      }
    }
    return new PlacementClause.Groups(
        groups, optional(size, given -> expressions.expression(given.expression())), at);
  }

  private PlacementClause.Group group(OcmGrammar.GroupContext context) {
    return new PlacementClause.Group(
        origins.name(context.name()),
        expressions.objectName(context.objectName()),
        expressions.expression(context.expression()),
        origins.at(context));
  }

  private void reportSecondSize(
      OcmGrammar.GroupSizeContext first, OcmGrammar.GroupSizeContext second) {
    origins
        .problems()
        .grammar(
            Diagnostic.error(
                    Code.REPEATED,
                    origins.at(second.SIZE().getSymbol()).span(),
                    "These `groups` have two sizes.")
                .related(origins.at(first).span(), "given here already")
                .help("remove one of them.")
                .build());
  }
}
