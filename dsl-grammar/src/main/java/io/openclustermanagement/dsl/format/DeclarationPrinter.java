package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.FormatNode.concat;
import static io.openclustermanagement.dsl.format.FormatNode.spaced;

import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints declarations; their clauses are printed by the printers of each field of the language. */
final class DeclarationPrinter {

  private final Emitter emitter;
  private final ExpressionPrinter expressions;
  private final PlacementPrinter placements;
  private final PolicyPrinter policies;
  private final DeployPrinter deployments;
  private final FleetPrinter fleets;
  private final TestPrinter tests;

  DeclarationPrinter(Emitter emitter) {
    this.emitter = emitter;
    this.expressions = new ExpressionPrinter(emitter);
    ResourcePrinter resources = new ResourcePrinter(emitter, expressions);
    this.placements = new PlacementPrinter(emitter, expressions);
    this.policies = new PolicyPrinter(emitter, expressions, resources);
    this.deployments = new DeployPrinter(emitter, expressions, resources);
    this.fleets = new FleetPrinter(emitter, expressions, resources, placements);
    this.tests = new TestPrinter(emitter, expressions, resources, fleets);
  }

  ExpressionPrinter expressions() {
    return expressions;
  }

  FormatNode print(Declaration declaration) {
    return switch (declaration) {
      case Declaration.ClusterSet d ->
          block(
              named(head(d.doc(), "clusterset", d.name()), d.objectName()),
              ClauseOrder.CLUSTER_SET.sorted(d.clauses()),
              placements::clusterSetClause);
      case Declaration.Placement d ->
          block(
              named(head(d.doc(), "placement", d.name()), d.objectName()),
              ClauseOrder.PLACEMENT.sorted(d.clauses()),
              placements::placementClause);
      case Declaration.Policy d -> policy(d);
      case Declaration.PolicyInstance d -> instance(d);
      case Declaration.PolicySet d ->
          block(
              named(head(d.doc(), "policyset", d.name()), d.objectName()),
              ClauseOrder.POLICY_SET.sorted(d.clauses()),
              policies::policySetClause);
      case Declaration.Bind d -> bind(d);
      case Declaration.HubResources d -> hubResources(d);
      case Declaration.Exemption d ->
          block(
              head(d.doc(), "exemption", d.name()),
              ClauseOrder.EXEMPTION.sorted(d.clauses()),
              policies::exemptionClause);
      case Declaration.Deploy d ->
          block(
              named(head(d.doc(), "deploy", d.name()), d.objectName()),
              ClauseOrder.DEPLOY.sorted(d.clauses()),
              deployments::clause);
      case Declaration.Param d -> param(d);
      case Declaration.Fun d -> fun(d);
      case Declaration.Fleet d ->
          block(head(d.doc(), "fleet", d.name()), d.members(), fleets::member);
      case Declaration.FleetRule d ->
          block(
              head(d.doc(), "fleetrule", d.name()),
              ClauseOrder.FLEET_RULE.sorted(d.clauses()),
              fleets::fleetRuleClause);
      case Declaration.Test d -> block(testHead(d), d.steps(), tests::step);
      case Declaration.Error d -> throw ExpressionPrinter.unprintable(d);
    };
  }

  private <T extends Node> FormatNode block(
      FormatNode head, List<T> clauses, Function<T, FormatNode> print) {
    return spaced(head, emitter.block(clauses, print));
  }

  private FormatNode head(@Nullable DocComment doc, String word, Name name) {
    return concat(emitter.doc(doc), spaced(emitter.word(word), emitter.name(name)));
  }

  private FormatNode named(FormatNode head, @Nullable StringLiteral objectName) {
    return spaced(head, expressions.objectName(objectName));
  }

  private FormatNode policy(Declaration.Policy policy) {
    FormatNode head = named(head(policy.doc(), "policy", policy.name()), policy.objectName());
    FormatNode parameters =
        policy.parameters().isEmpty()
            ? FormatNode.NOTHING
            : expressions.parameters(policy.parameters());
    return block(
        policy.objectName() == null ? concat(head, parameters) : spaced(head, parameters),
        ClauseOrder.POLICY.sorted(policy.clauses()),
        policies::policyClause);
  }

  private FormatNode instance(Declaration.PolicyInstance instance) {
    return spaced(
        named(head(instance.doc(), "policy", instance.name()), instance.objectName()),
        emitter.word("="),
        concat(emitter.name(instance.template()), expressions.arguments(instance.arguments())));
  }

  private FormatNode bind(Declaration.Bind bind) {
    FormatNode policies =
        concat(
            emitter.doc(bind.doc()), spaced(emitter.word("bind"), emitter.names(bind.policies())));
    FormatNode to = spaced(emitter.word("to"), emitter.qualified(bind.placement()));
    return spaced(
        concat(policies, ExpressionPrinter.wrapped(to)),
        enforcement(bind.enforcement()),
        expressions.objectName(bind.objectName()));
  }

  private FormatNode hubResources(Declaration.HubResources resources) {
    FormatNode words = spaced(emitter.word("hub"), emitter.word("resources"), emitter.word("from"));
    return spaced(concat(emitter.doc(resources.doc()), words), expressions.print(resources.path()));
  }

  private FormatNode enforcement(Declaration.Enforcement enforcement) {
    return switch (enforcement) {
      case UNCHANGED -> FormatNode.NOTHING;
      case ENFORCING -> emitter.word("enforcing");
      case ENFORCING_RESTRICTED -> emitter.words("enforcing", "restricted");
    };
  }

  private FormatNode param(Declaration.Param param) {
    FormatNode head = concat(head(param.doc(), "param", param.name()), emitter.hug(":"));
    return concat(
        spaced(
            head,
            expressions.type(param.type()),
            param.defaultValue() == null
                ? FormatNode.NOTHING
                : expressions.assigned(param.defaultValue())),
        check(param.check()));
  }

  private FormatNode check(@Nullable Expression check) {
    return check == null
        ? FormatNode.NOTHING
        : ExpressionPrinter.wrapped(spaced(emitter.word("check"), expressions.print(check)));
  }

  private FormatNode fun(Declaration.Fun fun) {
    FormatNode head =
        concat(
            head(fun.doc(), "fun", fun.name()),
            expressions.parameters(fun.parameters()),
            emitter.hug(":"));
    return spaced(head, expressions.type(fun.resultType()), expressions.assigned(fun.body()));
  }

  private FormatNode testHead(Declaration.Test test) {
    FormatNode word = concat(emitter.doc(test.doc()), emitter.word("test"));
    return spaced(
        word,
        expressions.string(test.title()),
        emitter.word("on"),
        emitter.qualified(test.fleet()),
        test.date() == null
            ? FormatNode.NOTHING
            : spaced(emitter.word("at"), expressions.literal(test.date())));
  }
}
