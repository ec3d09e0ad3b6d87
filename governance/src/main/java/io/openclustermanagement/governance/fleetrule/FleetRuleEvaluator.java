package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.api.rules.BrokenElement;
import io.openclustermanagement.api.rules.FleetRule;
import io.openclustermanagement.api.rules.FleetRuleState;
import io.openclustermanagement.api.rules.UndecidedElement;
import io.openclustermanagement.placement.cel.EvaluationError;
import io.openclustermanagement.placement.cel.Uncertain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates rules over the fleet. A rule holds if it does whatever clusters that nothing is heard
 * of may report, fails if it does not whatever they report, and is undecided otherwise.
 */
public final class FleetRuleEvaluator {
  /** So often a rule may be evaluated to find out which clusters could tip it. */
  private static final int TRIALS = 3_000;

  private final FleetRule rule;
  private final HubFunctions functions;
  private final FleetRuleRun run;
  private final List<BrokenElement> broken = new ArrayList<>();
  private final List<UndecidedElement> undecided = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<String> named = new HashSet<>();
  private boolean shared;
  private boolean exact = true;

  private FleetRuleEvaluator(FleetRule rule, CompiledFleetRule compiled, HubFacts hub) {
    this.rule = rule;
    this.functions = new HubFunctions(hub);
    this.run = new FleetRuleRun(compiled, functions);
  }

  /** How the fleet stands with a rule. */
  public static FleetRuleResult evaluate(FleetRule rule, HubFacts hub) {
    try {
      return evaluate(rule, CompiledFleetRule.of(rule.spec()), hub);
    } catch (FleetRuleException e) {
      return FleetRuleResult.problem(rule, String.valueOf(e.getMessage()));
    }
  }

  /** The same with the expressions compiled before. */
  static FleetRuleResult evaluate(FleetRule rule, CompiledFleetRule compiled, HubFacts hub)
      throws FleetRuleException {
    return new FleetRuleEvaluator(rule, compiled, hub).evaluate();
  }

  private FleetRuleResult evaluate() throws FleetRuleException {
    List<Subject> subjects = run.subjects();
    for (Subject subject : subjects) {
      Tipping tipping = new Tipping(functions.assumed(), () -> judge(subject), TRIALS);
      judged(subject, tipping.answer());
    }
    return new FleetRuleResult(rule, state(subjects), broken, undecided, exact, problems);
  }

  /** Under other assumptions an element may not be among those that count. */
  private Object judge(Subject subject) {
    if (run.isCertain() || functions.assumed().isEmpty()) {
      return run.judge(subject);
    }
    try {
      return run.subjects().stream()
          .filter(each -> each.key().equals(subject.key()))
          .findFirst()
          .map(run::judge)
          .orElse(true);
    } catch (FleetRuleException e) {
      return new EvaluationError(String.valueOf(e.getMessage()));
    }
  }

  private void judged(Subject subject, Tipping.Answer answer) {
    exact &= answer.exact();
    switch (answer.value()) {
      case Boolean holds -> {
        if (!holds) {
          broken.add(new BrokenElement(key(subject), run.message(subject).orElse(null)));
        }
      }
      case Uncertain _ -> {
        undecided.add(new UndecidedElement(key(subject), List.copyOf(answer.clusters())));
        answer.clusters().forEach(each -> shared |= !named.add(each));
      }
      case EvaluationError error ->
          problems.add(
              "The rule fails%s: %s."
                  .formatted(
                      subject.key().isEmpty() ? "" : " on `" + subject.key() + "`",
                      error.reason()));
      default -> problems.add("The rule fails: it does not give true or false.");
    }
  }

  private static @Nullable String key(Subject subject) {
    return subject.key().isEmpty() ? null : subject.key();
  }

  private Optional<FleetRuleState> state(List<Subject> subjects) {
    if (!broken.isEmpty()) {
      return Optional.of(FleetRuleState.FALSE);
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    if (undecided.isEmpty()) {
      return Optional.of(FleetRuleState.TRUE);
    }
    return Optional.of(
        shared && cannotHold(subjects) ? FleetRuleState.FALSE : FleetRuleState.UNDECIDED);
  }

  /** Whether elements exclude each other, so that the rule fails though none of them has to. */
  private boolean cannotHold(List<Subject> subjects) {
    Tipping whole =
        new Tipping(
            functions.assumed(),
            () -> Uncertain.all(subjects.stream().map(this::judge)),
            TRIALS / Math.max(1, subjects.size()));
    return whole.answer().value().equals(false);
  }
}
