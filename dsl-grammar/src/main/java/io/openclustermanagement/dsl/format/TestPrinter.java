package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.ExpressionPrinter.wrapped;
import static io.openclustermanagement.dsl.format.FormatNode.concat;
import static io.openclustermanagement.dsl.format.FormatNode.spaced;

import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.TestStep;
import io.openclustermanagement.dsl.syntax.Violation;
import org.jspecify.annotations.Nullable;

/** Prints the steps of tests. */
final class TestPrinter {

  private final Emitter emitter;
  private final ExpressionPrinter expressions;
  private final ResourcePrinter resources;
  private final FleetPrinter fleets;

  TestPrinter(
      Emitter emitter,
      ExpressionPrinter expressions,
      ResourcePrinter resources,
      FleetPrinter fleets) {
    this.emitter = emitter;
    this.expressions = expressions;
    this.resources = resources;
    this.fleets = fleets;
  }

  FormatNode step(TestStep step) {
    return switch (step) {
      case TestStep.GivenFact s ->
          spaced(
              emitter.word("given"),
              emitter.name(s.cluster()),
              emitter.word("has"),
              fleets.clusterClause(s.fact()));
      case TestStep.GivenState s ->
          spaced(emitter.word("given"), fleets.state(s.policy(), s.state(), s.clusters()));
      case TestStep.Given s -> spaced(emitter.word("given"), expressions.print(s.expression()));
      case TestStep.After s -> spaced(emitter.word("after"), expressions.print(s.duration()));
      case TestStep.ExpectSelects s -> selects(s);
      case TestStep.ExpectRejects s ->
          concat(
              spaced(
                  expect("placement", s.placement()),
                  emitter.word("rejects"),
                  emitter.name(s.cluster())),
              optionalText("because", s.because()));
      case TestStep.ExpectPolicy s -> policy(s);
      case TestStep.ExpectRollout s ->
          spaced(
              expect("rollout", s.deployment()), emitter.word("goes"), expressions.list(s.steps()));
      case TestStep.ExpectHolds s ->
          spaced(expect("fleetrule", s.fleetRule()), emitter.word("holds"));
      case TestStep.ExpectFails s ->
          spaced(
              expect("fleetrule", s.fleetRule()),
              emitter.word("fails"),
              s.keys() == null
                  ? FormatNode.NOTHING
                  : spaced(emitter.word("for"), expressions.list(s.keys())));
      case TestStep.ExpectGenerated s ->
          concat(expect("generated", s.resource()), optionalText("matches", s.file()));
      case TestStep.Expect s -> spaced(emitter.word("expect"), expressions.print(s.expression()));
      case TestStep.Error s -> throw ExpressionPrinter.unprintable(s);
    };
  }

  private FormatNode expect(String word, QualifiedName name) {
    return spaced(emitter.words("expect", word), emitter.qualified(name));
  }

  private FormatNode optionalText(String word, @Nullable StringLiteral text) {
    return text == null
        ? FormatNode.NOTHING
        : wrapped(spaced(emitter.word(word), expressions.string(text)));
  }

  private FormatNode selects(TestStep.ExpectSelects step) {
    return spaced(
        expect("placement", step.placement()),
        emitter.word("selects"),
        step.exactly() ? emitter.word("exactly") : FormatNode.NOTHING,
        emitter.nameList(step.clusters()),
        step.inOrder() ? emitter.words("in", "order") : FormatNode.NOTHING);
  }

  private FormatNode policy(TestStep.ExpectPolicy step) {
    FormatNode head =
        spaced(
            emitter.words("expect", "policy"),
            fleets.state(step.policy(), step.state(), step.clusters()));
    boolean bare = step.violations().isEmpty() && !emitter.tokens().isNext("{");
    return bare ? head : spaced(head, emitter.block(step.violations(), this::violation));
  }

  private FormatNode violation(Violation violation) {
    FormatNode head = spaced(emitter.words("violation", "of"), emitter.qualified(violation.rule()));
    FormatNode at =
        violation.kind() == null
            ? FormatNode.NOTHING
            : spaced(
                FormatNode.EMPTY,
                emitter.word("at"),
                resources.named(violation.kind(), violation.resource(), null));
    return concat(head, at, optionalText("message", violation.message()));
  }
}
