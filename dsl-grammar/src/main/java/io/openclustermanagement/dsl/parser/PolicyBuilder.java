package io.openclustermanagement.dsl.parser;

import static io.openclustermanagement.dsl.parser.Origins.map;

import io.openclustermanagement.dsl.syntax.ExemptionClause;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.PolicySetClause;
import io.openclustermanagement.dsl.syntax.RuleClause;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Builds the clauses of policies, their rules, policy sets and exemptions. */
final class PolicyBuilder {

  private final Origins origins;
  private final ExpressionBuilder expressions;
  private final ResourceBuilder resources;

  PolicyBuilder(Origins origins, ExpressionBuilder expressions, ResourceBuilder resources) {
    this.origins = origins;
    this.expressions = expressions;
    this.resources = resources;
  }

  List<PolicyClause> policyClauses(ParserRuleContext block) {
    return origins.items(
        block, OcmGrammar.PolicyClauseContext.class, this::policyClause, PolicyClause.Error::new);
  }

  List<PolicySetClause> policySetClauses(ParserRuleContext block) {
    return origins.items(
        block,
        OcmGrammar.PolicySetClauseContext.class,
        this::policySetClause,
        PolicySetClause.Error::new);
  }

  List<ExemptionClause> exemptionClauses(ParserRuleContext block) {
    return origins.items(
        block,
        OcmGrammar.ExemptionClauseContext.class,
        this::exemptionClause,
        ExemptionClause.Error::new);
  }

  private PolicyClause policyClause(OcmGrammar.PolicyClauseContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.PolicyTitleContext c ->
          new PolicyClause.Title(expressions.string(c.STRING()), at);
      case OcmGrammar.PolicyStandardContext c -> standard(c, at);
      case OcmGrammar.PolicySeverityContext c ->
          new PolicyClause.Severity(origins.name(c.name()), at);
      case OcmGrammar.PolicyModeContext c -> mode(c, at);
      case OcmGrammar.PolicyAfterContext c ->
          new PolicyClause.After(
              dependencyKind(c),
              origins.qualifiedName(c.qualifiedName()),
              origins.optionalName(c.name()),
              at);
      case OcmGrammar.PolicyAfterObjectContext c ->
          new PolicyClause.AfterObject(
              resources.kind(c.kind()),
              expressions.plain(c.STRING(0)),
              c.IN() == null ? null : expressions.plain(c.STRING(1)),
              origins.optionalName(c.name()),
              at);
      case OcmGrammar.PolicyIgnorePendingContext _ -> new PolicyClause.IgnorePending(at);
      case OcmGrammar.PolicyEvaluateContext c ->
          new PolicyClause.EvaluateEvery(expressions.literal(c.literal()), at);
      case OcmGrammar.PolicyNamespacesContext c ->
          new PolicyClause.InNamespaces(resources.scope(c.namespaceScope()), at);
      case OcmGrammar.PolicyOnContext c -> new PolicyClause.On(origins.names(c.nameRefs()), at);
      case OcmGrammar.PolicyResourceContext c ->
          new PolicyClause.ResourceRule(
              origins.doc(c),
              verb(c),
              resources.resource(c.resource()),
              map(c.resourceOption(), resources::option),
              at);
      case OcmGrammar.PolicyRuleContext c ->
          new PolicyClause.Rule(origins.doc(c), origins.name(c.name()), ruleClauses(c), at);
      case OcmGrammar.PolicyRegoContext c -> rego(c, at);
      case OcmGrammar.PolicyTemplateContext c ->
          new PolicyClause.Template(
              origins.doc(c),
              origins.name(c.name()),
              expressions.objectName(c.objectName()),
              policyClauses(c),
              at);
      case OcmGrammar.PolicyRawContext c -> new PolicyClause.Raw(source(c.FENCE(), c.STRING()), at);
      default -> policySetting(context, at);
    };
  }

  /** Clauses that say something about the policy as a whole. */
  private PolicyClause policySetting(OcmGrammar.PolicyClauseContext context, Origin at) {
    return switch (context) {
      case OcmGrammar.PolicyDisabledContext _ -> new PolicyClause.Disabled(at);
      case OcmGrammar.PolicyCopyNoMetadataContext _ -> new PolicyClause.CopyNoMetadata(at);
      case OcmGrammar.PolicyAccountContext c ->
          new PolicyClause.AsServiceAccount(expressions.plain(c.STRING()), at);
      case OcmGrammar.PolicyLabelsContext c ->
          new PolicyClause.Labels(expressions.object(c.object()), at);
      case OcmGrammar.PolicyAnnotationsContext c ->
          new PolicyClause.Annotations(expressions.object(c.object()), at);
      default -> throw new IllegalStateException("no clause: " + context.getClass());
    };
  }

  private PolicyClause standard(OcmGrammar.PolicyStandardContext context, Origin at) {
    int beforeControls = context.CATEGORY() == null ? 1 : 2;
    List<TerminalNode> texts = context.STRING();
    return new PolicyClause.Standard(
        expressions.plain(texts.getFirst()),
        context.CATEGORY() == null ? null : expressions.plain(texts.get(1)),
        map(texts.subList(beforeControls, texts.size()), expressions::plain),
        at);
  }

  private static PolicyClause mode(OcmGrammar.PolicyModeContext context, Origin at) {
    return new PolicyClause.Mode(remediation(context), prune(context), at);
  }

  private static PolicyClause.Remediation remediation(OcmGrammar.PolicyModeContext context) {
    if (context.INFORM() == null) {
      return PolicyClause.Remediation.ENFORCE;
    }
    return PolicyClause.Remediation.INFORM;
  }

  private static PolicyClause.@Nullable Prune prune(OcmGrammar.PolicyModeContext context) {
    if (context.CREATED() != null) {
      return PolicyClause.Prune.CREATED;
    }
    return context.ALL() == null ? null : PolicyClause.Prune.ALL;
  }

  private static PolicyClause.DependencyKind dependencyKind(OcmGrammar.PolicyAfterContext context) {
    if (context.POLICYSET() != null) {
      return PolicyClause.DependencyKind.POLICY_SET;
    }
    return context.TEMPLATE() == null
        ? dependencyKind(context.POLICY())
        : PolicyClause.DependencyKind.TEMPLATE;
  }

  private static PolicyClause.DependencyKind dependencyKind(@Nullable TerminalNode policy) {
    return policy == null ? PolicyClause.DependencyKind.RULE : PolicyClause.DependencyKind.POLICY;
  }

  private static PolicyClause.ResourceVerb verb(OcmGrammar.PolicyResourceContext context) {
    return switch (context.getStart().getType()) {
      case OcmTokens.REQUIRE -> PolicyClause.ResourceVerb.REQUIRE;
      case OcmTokens.FORBID -> PolicyClause.ResourceVerb.FORBID;
      default -> PolicyClause.ResourceVerb.EXACTLY;
    };
  }

  private PolicyClause rego(OcmGrammar.PolicyRegoContext context, Origin at) {
    return new PolicyClause.Rego(
        origins.doc(context),
        origins.name(context.name()),
        resources.kinds(context.kinds()),
        expressions.optionalObject(context.object()),
        source(context.FENCE(), context.STRING()),
        at);
  }

  private Expression source(@Nullable TerminalNode fence, @Nullable TerminalNode path) {
    return fence == null
        ? expressions.plain(Objects.requireNonNull(path))
        : expressions.fence(fence);
  }

  private List<RuleClause> ruleClauses(ParserRuleContext block) {
    return origins.items(
        block, OcmGrammar.RuleClauseContext.class, this::ruleClause, RuleClause.Error::new);
  }

  private RuleClause ruleClause(OcmGrammar.RuleClauseContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.RuleForEachContext c ->
          new RuleClause.ForEach(
              origins.name(c.name()),
              resources.kinds(c.kinds()),
              resources.optionalScope(c.namespaceScope()),
              expressions.optionalExpression(c.expression()),
              at);
      case OcmGrammar.RuleLetContext c ->
          new RuleClause.Let(origins.name(c.name()), expressions.expression(c.expression()), at);
      case OcmGrammar.RuleDenyContext c ->
          new RuleClause.DenyWhen(expressions.expression(c.expression()), at);
      case OcmGrammar.RuleAllowContext c ->
          new RuleClause.AllowOnlyWhen(expressions.expression(c.expression()), at);
      case OcmGrammar.RuleSeverityContext c -> new RuleClause.Severity(origins.name(c.name()), at);
      case OcmGrammar.RuleMessageContext c ->
          new RuleClause.Message(expressions.string(c.STRING()), at);
      case OcmGrammar.RuleFixContext c -> new RuleClause.Fix(expressions.object(c.object()), at);
      default -> throw new IllegalStateException("no clause: " + context.getClass());
    };
  }

  private PolicySetClause policySetClause(OcmGrammar.PolicySetClauseContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.PolicySetDescriptionContext c ->
          new PolicySetClause.Description(expressions.string(c.STRING()), at);
      case OcmGrammar.PolicySetPoliciesContext c ->
          new PolicySetClause.Policies(origins.names(c.nameList()), at);
      case OcmGrammar.PolicySetOnContext c ->
          new PolicySetClause.On(origins.names(c.nameRefs()), at);
      case OcmGrammar.PolicySetEnforceContext c ->
          new PolicySetClause.EnforceOnlyOn(origins.names(c.nameRefs()), at);
      case OcmGrammar.PolicySetLabelsContext c ->
          new PolicySetClause.Labels(expressions.object(c.object()), at);
      case OcmGrammar.PolicySetAnnotationsContext c ->
          new PolicySetClause.Annotations(expressions.object(c.object()), at);
      default -> throw new IllegalStateException("no clause: " + context.getClass());
    };
  }

  private ExemptionClause exemptionClause(OcmGrammar.ExemptionClauseContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.ExemptionFromContext c ->
          new ExemptionClause.From(dependencyKind(c.POLICY()), origins.names(c.nameRefs()), at);
      case OcmGrammar.ExemptionClustersContext c ->
          c.list() == null
              ? new ExemptionClause.ClustersWhere(expressions.expression(c.expression()), at)
              : new ExemptionClause.Clusters(expressions.list(c.list()), at);
      case OcmGrammar.ExemptionResourcesContext c ->
          new ExemptionClause.Resources(resources.resource(c.resource()), at);
      case OcmGrammar.ExemptionUntilContext c ->
          new ExemptionClause.Until(expressions.literal(c.DATE()), at);
      case OcmGrammar.ExemptionOwnerContext c ->
          new ExemptionClause.Owner(expressions.string(c.STRING()), at);
      case OcmGrammar.ExemptionTicketContext c ->
          new ExemptionClause.Ticket(expressions.string(c.STRING()), at);
      case OcmGrammar.ExemptionBecauseContext c ->
          new ExemptionClause.Because(expressions.string(c.STRING()), at);
      default -> throw new IllegalStateException("no clause: " + context.getClass());
    };
  }
}
