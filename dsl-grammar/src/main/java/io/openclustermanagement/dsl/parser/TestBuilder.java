package io.openclustermanagement.dsl.parser;

import static io.openclustermanagement.dsl.parser.Origins.map;
import static io.openclustermanagement.dsl.parser.Origins.optional;

import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.TestStep;
import io.openclustermanagement.dsl.syntax.Violation;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds the steps of tests. */
final class TestBuilder {

  private final Origins origins;
  private final ExpressionBuilder expressions;
  private final ResourceBuilder resources;
  private final FleetBuilder fleets;

  TestBuilder(
      Origins origins,
      ExpressionBuilder expressions,
      ResourceBuilder resources,
      FleetBuilder fleets) {
    this.origins = origins;
    this.expressions = expressions;
    this.resources = resources;
    this.fleets = fleets;
  }

  List<TestStep> steps(ParserRuleContext block) {
    return origins.items(block, OcmGrammar.TestStepContext.class, this::step, TestStep.Error::new);
  }

  private TestStep step(OcmGrammar.TestStepContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.GivenFactContext c ->
          c.clusterClause().exception == null
              ? new TestStep.GivenFact(
                  origins.name(c.name()), fleets.clusterClause(c.clusterClause()), at)
              : new TestStep.Error(at);
      case OcmGrammar.GivenStateContext c ->
          new TestStep.GivenState(
              origins.qualifiedName(c.qualifiedName()),
              origins.name(c.name()),
              origins.names(c.nameList()),
              at);
      case OcmGrammar.GivenContext c ->
          new TestStep.Given(expressions.expression(c.expression()), at);
      case OcmGrammar.AfterTimeContext c ->
          new TestStep.After(expressions.literal(c.literal()), at);
      default -> expectation(context, at);
    };
  }

  private TestStep expectation(OcmGrammar.TestStepContext context, Origin at) {
    return switch (context) {
      case OcmGrammar.ExpectSelectsContext c ->
          new TestStep.ExpectSelects(
              origins.qualifiedName(c.qualifiedName()),
              c.EXACTLY() != null,
              origins.names(c.nameList()),
              c.ORDER() != null,
              at);
      case OcmGrammar.ExpectRejectsContext c ->
          new TestStep.ExpectRejects(
              origins.qualifiedName(c.qualifiedName()),
              origins.name(c.name()),
              optional(c.STRING(), expressions::string),
              at);
      case OcmGrammar.ExpectPolicyContext c ->
          new TestStep.ExpectPolicy(
              origins.qualifiedName(c.qualifiedName()),
              origins.name(c.name()),
              origins.names(c.nameList()),
              map(c.violation(), this::violation),
              at);
      case OcmGrammar.ExpectRolloutContext c ->
          new TestStep.ExpectRollout(
              origins.qualifiedName(c.qualifiedName()), expressions.list(c.list()), at);
      case OcmGrammar.ExpectFleetRuleContext c -> fleetRule(c, at);
      case OcmGrammar.ExpectGeneratedContext c ->
          new TestStep.ExpectGenerated(
              origins.qualifiedName(c.qualifiedName()), expressions.plain(c.STRING()), at);
      case OcmGrammar.ExpectContext c ->
          new TestStep.Expect(expressions.expression(c.expression()), at);
      default -> throw new IllegalStateException("no step: " + context.getClass());
    };
  }

  private TestStep fleetRule(OcmGrammar.ExpectFleetRuleContext context, Origin at) {
    QualifiedName rule = origins.qualifiedName(context.qualifiedName());
    return context.HOLDS() == null
        ? new TestStep.ExpectFails(rule, expressions.optionalList(context.list()), at)
        : new TestStep.ExpectHolds(rule, at);
  }

  private Violation violation(OcmGrammar.ViolationContext context) {
    int texts = context.STRING().size();
    boolean hasMessage = context.MESSAGE() != null;
    StringLiteral resource = context.AT() == null ? null : expressions.string(context.STRING(0));
    return new Violation(
        origins.qualifiedName(context.qualifiedName()),
        optional(context.kind(), resources::kind),
        resource,
        hasMessage ? expressions.string(context.STRING(texts - 1)) : null,
        origins.at(context));
  }
}
