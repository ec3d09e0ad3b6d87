package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.FleetRuleClause;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Nodes;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.RuleClause;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A message that does not say which object is meant. */
final class MessageWithoutWitnessRule implements LintRule {

  @Override
  public Code code() {
    return Code.MESSAGE_WITHOUT_WITNESS;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (PolicyClause.Rule rule : input.all(PolicyClause.Rule.class)) {
      List<Name> witnesses = new ArrayList<>();
      Optional<StringLiteral> message = Optional.empty();
      for (RuleClause clause : rule.clauses()) {
        switch (clause) {
          case RuleClause.ForEach each -> witnesses.add(each.variable());
          case RuleClause.Let let -> witnesses.add(let.name());
          case RuleClause.DenyWhen(var condition, _) ->
              witness(condition).ifPresent(witnesses::add);
          case RuleClause.Message(var text, _) -> message = Optional.of(text);
          case RuleClause.AllowOnlyWhen _,
              RuleClause.Severity _,
              RuleClause.Fix _,
              RuleClause.Error _ -> {}
        }
      }
      message.ifPresent(text -> check(text, witnesses, report));
    }
    for (Declaration.FleetRule rule : input.all(Declaration.FleetRule.class)) {
      checkFleetRule(rule, report);
    }
  }

  private void checkFleetRule(Declaration.FleetRule rule, Consumer<Diagnostic.Builder> report) {
    List<Name> witnesses = new ArrayList<>();
    Optional<StringLiteral> message = Optional.empty();
    for (FleetRuleClause clause : rule.clauses()) {
      switch (clause) {
        case FleetRuleClause.ForEach each -> witnesses.add(each.variable());
        case FleetRuleClause.Message(var text, _) -> message = Optional.of(text);
        case FleetRuleClause.Let _,
            FleetRuleClause.Expect _,
            FleetRuleClause.Severity _,
            FleetRuleClause.Error _ -> {}
      }
    }
    if (!witnesses.isEmpty()) {
      message.ifPresent(text -> check(text, witnesses, report));
    }
  }

  private void check(
      StringLiteral message, List<Name> witnesses, Consumer<Diagnostic.Builder> report) {
    Set<String> named = new HashSet<>();
    Nodes.walk(
        message,
        node -> {
          if (node instanceof Expression.Identifier(String name, _)) {
            named.add(name);
          }
        });
    if (!witnesses.isEmpty() && witnesses.stream().noneMatch(each -> named.contains(each.text()))) {
      Name witness = witnesses.getFirst();
      report.accept(
          finding(message.span(), "The message does not say which object it is about.")
              .related(witness.span(), "this one is known")
              .help("put `${%s.name}` or the like into it.".formatted(witness.text())));
    }
  }

  /** The variable of {@code deny when any x in …}: there is one violation for each. */
  private static Optional<Name> witness(Expression condition) {
    return condition instanceof Expression.Quantifier any
            && any.kind() == Expression.QuantifierKind.ANY
        ? Optional.of(any.variable())
        : Optional.empty();
  }
}
