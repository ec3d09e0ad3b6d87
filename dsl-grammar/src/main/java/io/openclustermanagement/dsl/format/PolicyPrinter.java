package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.ExpressionPrinter.wrapped;
import static io.openclustermanagement.dsl.format.FormatNode.concat;
import static io.openclustermanagement.dsl.format.FormatNode.group;
import static io.openclustermanagement.dsl.format.FormatNode.spaced;

import io.openclustermanagement.dsl.syntax.ExemptionClause;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.PolicySetClause;
import io.openclustermanagement.dsl.syntax.ResourceOption;
import io.openclustermanagement.dsl.syntax.RuleClause;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints the clauses of policies, their rules, policy sets and exemptions. */
final class PolicyPrinter {

  private final Emitter emitter;
  private final ExpressionPrinter expressions;
  private final ResourcePrinter resources;

  PolicyPrinter(Emitter emitter, ExpressionPrinter expressions, ResourcePrinter resources) {
    this.emitter = emitter;
    this.expressions = expressions;
    this.resources = resources;
  }

  FormatNode policyClause(PolicyClause clause) {
    return switch (clause) {
      case PolicyClause.Title c -> text("title", c.text());
      case PolicyClause.Standard c -> standard(c);
      case PolicyClause.Severity c -> spaced(emitter.word("severity"), emitter.name(c.level()));
      case PolicyClause.Mode c -> spaced(emitter.word(remediation(c)), prune(c.prune()));
      case PolicyClause.EvaluateEvery c ->
          spaced(emitter.words("evaluate", "every"), expressions.print(c.interval()));
      case PolicyClause.After c ->
          spaced(
              emitter.words("after", dependencyKind(c.kind())),
              emitter.qualified(c.dependency()),
              state(c.state()));
      case PolicyClause.AfterObject c ->
          spaced(
              emitter.word("after"),
              resources.named(c.kind(), c.name(), c.namespace()),
              state(c.state()));
      case PolicyClause.IgnorePending _ -> emitter.words("ignore", "pending");
      case PolicyClause.InNamespaces c ->
          spaced(emitter.words("in", "namespaces"), resources.scope(c.scope()));
      case PolicyClause.On c -> spaced(emitter.word("on"), emitter.names(c.placements()));
      case PolicyClause.Disabled _ -> emitter.word("disabled");
      case PolicyClause.CopyNoMetadata _ -> emitter.words("copy", "no", "metadata");
      case PolicyClause.AsServiceAccount c ->
          spaced(emitter.words("as", "serviceaccount"), expressions.string(c.account()));
      case PolicyClause.Labels c -> spaced(emitter.word("labels"), expressions.print(c.labels()));
      case PolicyClause.Annotations c ->
          spaced(emitter.word("annotations"), expressions.print(c.annotations()));
      case PolicyClause.Template c ->
          spaced(
              concat(emitter.doc(c.doc()), emitter.word("template")),
              emitter.name(c.name()),
              expressions.objectName(c.objectName()),
              emitter.block(ClauseOrder.POLICY.sorted(c.clauses()), this::policyClause));
      case PolicyClause.Raw c -> spaced(emitter.word("raw"), source(c.source()));
      case PolicyClause.ResourceRule c -> resourceRule(c);
      case PolicyClause.Rule c ->
          spaced(
              concat(emitter.doc(c.doc()), emitter.word("rule")),
              emitter.name(c.name()),
              emitter.block(ClauseOrder.RULE.sorted(c.clauses()), this::ruleClause));
      case PolicyClause.Rego c -> rego(c);
      case PolicyClause.Error c -> throw ExpressionPrinter.unprintable(c);
    };
  }

  FormatNode policySetClause(PolicySetClause clause) {
    return switch (clause) {
      case PolicySetClause.Description c -> text("description", c.text());
      case PolicySetClause.Policies c ->
          spaced(emitter.word("policies"), emitter.nameList(c.policies()));
      case PolicySetClause.On c -> spaced(emitter.word("on"), emitter.names(c.placements()));
      case PolicySetClause.EnforceOnlyOn c ->
          spaced(emitter.words("enforce", "only", "on"), emitter.names(c.placements()));
      case PolicySetClause.Labels c ->
          spaced(emitter.word("labels"), expressions.print(c.labels()));
      case PolicySetClause.Annotations c ->
          spaced(emitter.word("annotations"), expressions.print(c.annotations()));
      case PolicySetClause.Error c -> throw ExpressionPrinter.unprintable(c);
    };
  }

  FormatNode exemptionClause(ExemptionClause clause) {
    return switch (clause) {
      case ExemptionClause.From c ->
          spaced(emitter.words("from", dependencyKind(c.kind())), emitter.names(c.names()));
      case ExemptionClause.Clusters c ->
          spaced(emitter.word("clusters"), expressions.list(c.names()));
      case ExemptionClause.ClustersWhere c ->
          spaced(emitter.words("clusters", "where"), expressions.print(c.condition()));
      case ExemptionClause.Resources c ->
          spaced(emitter.word("resources"), resources.print(c.resource()));
      case ExemptionClause.Until c -> spaced(emitter.word("until"), expressions.literal(c.date()));
      case ExemptionClause.Owner c -> text("owner", c.text());
      case ExemptionClause.Ticket c -> text("ticket", c.text());
      case ExemptionClause.Because c -> text("because", c.text());
      case ExemptionClause.Error c -> throw ExpressionPrinter.unprintable(c);
    };
  }

  private FormatNode ruleClause(RuleClause clause) {
    return switch (clause) {
      case RuleClause.ForEach c -> forEach(c);
      case RuleClause.Let c ->
          spaced(emitter.word("let"), emitter.name(c.name()), expressions.assigned(c.value()));
      case RuleClause.DenyWhen c ->
          spaced(emitter.words("deny", "when"), expressions.print(c.condition()));
      case RuleClause.AllowOnlyWhen c ->
          spaced(emitter.words("allow", "only", "when"), expressions.print(c.condition()));
      case RuleClause.Severity c -> spaced(emitter.word("severity"), emitter.name(c.level()));
      case RuleClause.Message c -> text("message", c.text());
      case RuleClause.Fix c -> spaced(emitter.word("fix"), expressions.print(c.patch()));
      case RuleClause.Error c -> throw ExpressionPrinter.unprintable(c);
    };
  }

  private FormatNode text(String word, StringLiteral text) {
    return spaced(emitter.word(word), expressions.string(text));
  }

  private static String remediation(PolicyClause.Mode mode) {
    return switch (mode.remediation()) {
      case INFORM -> "inform";
      case ENFORCE -> "enforce";
    };
  }

  private FormatNode prune(PolicyClause.@Nullable Prune prune) {
    return switch (prune) {
      case null -> FormatNode.NOTHING;
      case CREATED -> emitter.words("prune", "created");
      case ALL -> emitter.words("prune", "all");
    };
  }

  private static String dependencyKind(PolicyClause.DependencyKind kind) {
    return switch (kind) {
      case POLICY -> "policy";
      case POLICY_SET -> "policyset";
      case RULE -> "rule";
      case TEMPLATE -> "template";
    };
  }

  private FormatNode state(@Nullable Name state) {
    return state == null ? FormatNode.NOTHING : spaced(emitter.word("is"), emitter.name(state));
  }

  /** All on one line, or each part on its own. */
  private FormatNode standard(PolicyClause.Standard clause) {
    FormatNode standard = text("standard", clause.standard());
    List<FormatNode> parts = new ArrayList<>();
    if (clause.category() != null) {
      parts.add(FormatNode.LINE);
      parts.add(text("category", clause.category()));
    }
    for (StringLiteral control : clause.controls()) {
      parts.add(FormatNode.LINE);
      parts.add(text("control", control));
    }
    return group(standard, new FormatNode.Indent(new FormatNode.Concat(parts)));
  }

  private FormatNode resourceRule(PolicyClause.ResourceRule clause) {
    List<FormatNode> parts = new ArrayList<>();
    parts.add(emitter.doc(clause.doc()));
    parts.add(spaced(emitter.word(verb(clause.verb())), resources.print(clause.resource())));
    for (ResourceOption option : clause.options()) {
      parts.add(wrapped(resources.option(option)));
    }
    return new FormatNode.Concat(parts);
  }

  private static String verb(PolicyClause.ResourceVerb verb) {
    return switch (verb) {
      case REQUIRE -> "require";
      case EXACTLY -> "exactly";
      case FORBID -> "forbid";
    };
  }

  private FormatNode forEach(RuleClause.ForEach clause) {
    // Without `each` it would mean the same.
    return concat(
        spaced(
            emitter.words("for", "each"),
            emitter.name(clause.variable()),
            emitter.word("in"),
            emitter.kinds(clause.kinds())),
        resources.inNamespaces(clause.scope()),
        resources.where(clause.condition(), clause.scope() != null));
  }

  private FormatNode rego(PolicyClause.Rego clause) {
    return spaced(
        concat(emitter.doc(clause.doc()), emitter.word("rego")),
        emitter.name(clause.name()),
        emitter.word("on"),
        emitter.kinds(clause.kinds()),
        parameters(clause.parameters()),
        source(clause.source()));
  }

  private FormatNode parameters(@Nullable ObjectLiteral parameters) {
    return parameters == null
        ? FormatNode.NOTHING
        : spaced(emitter.word("with"), expressions.print(parameters));
  }

  private FormatNode source(Expression source) {
    return source instanceof StringLiteral path
        ? resources.fromFile(path)
        : expressions.print(source);
  }
}
