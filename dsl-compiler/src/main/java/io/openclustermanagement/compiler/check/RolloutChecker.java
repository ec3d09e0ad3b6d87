package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.DeploymentDefinition.Amount;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Period;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Rollout;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Steps;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.IntValue;
import io.openclustermanagement.compiler.program.Value.PercentValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.RolloutClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the {@code rollout} of a deployment. */
final class RolloutChecker {

  private final Context context;
  private final List<Located> firstGroups = new ArrayList<>();
  private Optional<Amount> atMost = Optional.empty();
  private Optional<Period> soak = Optional.empty();
  private Optional<Period> deadline = Optional.empty();
  private Optional<Amount> maxFailures = Optional.empty();

  RolloutChecker(Context context) {
    this.context = context;
  }

  Rollout check(DeployClause.Rollout written) {
    context.reportRepeated(Context.byName(written.clauses(), RolloutChecker::name));
    written.clauses().forEach(clause -> requireForm(clause, written.type()));
    written.clauses().forEach(this::clause);
    return new Rollout(
        steps(written.type()), firstGroups, atMost, soak, deadline, maxFailures, written.at());
  }

  private static Optional<String> name(RolloutClause clause) {
    return switch (clause) {
      case RolloutClause.AtMost _ -> Optional.of("at most");
      case RolloutClause.Soak _ -> Optional.of("soak");
      case RolloutClause.Deadline _ -> Optional.of("deadline");
      case RolloutClause.MaxFailures _ -> Optional.of("max failures");
      case RolloutClause.FirstGroup _, RolloutClause.Error _ -> Optional.empty();
    };
  }

  private static Steps steps(DeployClause.RolloutType type) {
    return switch (type) {
      case ALL -> Steps.ALL;
      case PROGRESSIVE -> Steps.PROGRESSIVE;
      case PER_GROUP -> Steps.PER_GROUP;
    };
  }

  /** Not every form has every parameter, see {@code RolloutStrategy} of the cluster API. */
  private void requireForm(RolloutClause clause, DeployClause.RolloutType type) {
    boolean fits =
        switch (clause) {
          case RolloutClause.Deadline _, RolloutClause.Error _ -> true;
          case RolloutClause.AtMost _ -> type == DeployClause.RolloutType.PROGRESSIVE;
          case RolloutClause.FirstGroup _, RolloutClause.Soak _, RolloutClause.MaxFailures _ ->
              type != DeployClause.RolloutType.ALL;
        };
    if (!fits) {
      String form = type == DeployClause.RolloutType.ALL ? "all" : "perGroup";
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.INVALID_ROLLOUT,
                      clause.span(),
                      "`rollout %s` has no `%s`."
                          .formatted(
                              form,
                              clause instanceof RolloutClause.FirstGroup
                                  ? "first group"
                                  : name(clause).orElse("")))
                  .help(
                      type == DeployClause.RolloutType.ALL
                          ? "write `rollout progressive`, or leave it out."
                          : "leave it out: a group is rolled out at once. `rollout progressive` has"
                              + " it."));
    }
  }

  private void clause(RolloutClause clause) {
    switch (clause) {
      case RolloutClause.FirstGroup(Name group, _) ->
          firstGroups.add(new Located(group.text(), group.at()));
      case RolloutClause.AtMost(Expression written, Origin at) ->
          atMost = amount(written, 1, "The number of clusters at a time", at);
      case RolloutClause.MaxFailures(Expression written, Origin at) ->
          maxFailures = amount(written, 0, "The number of failures", at);
      case RolloutClause.Soak(Expression written, Origin at) -> soak = period(written, at);
      case RolloutClause.Deadline(Expression written, Origin at) -> deadline = period(written, at);
      case RolloutClause.Error _ -> {}
    }
  }

  private Optional<Period> period(Expression written, Origin at) {
    return SettingsChecker.seconds(context, written).map(duration -> new Period(duration, at));
  }

  private Optional<Amount> amount(Expression written, int min, String what, Origin at) {
    ExpressionChecker expressions = context.expressions();
    return switch (expressions
        .constant(expressions.infer(written, Place.CONSTANT, null))
        .orElse(null)) {
      case IntValue(long number) ->
          context
              .inRange(number, min, Integer.MAX_VALUE, written.span(), what)
              .map(amount -> new Amount(amount, false, at));
      case PercentValue(int percent) ->
          context
              .inRange(percent, min, 100, written.span(), what + " in percent")
              .map(amount -> new Amount(amount, true, at));
      case null -> Optional.empty();
      case Value other -> {
        context
            .findings()
            .add(
                Diagnostic.error(
                        Code.TYPE_MISMATCH, written.span(), "Int or Percent is expected here.")
                    .label("this is " + other.type()));
        yield Optional.empty();
      }
    };
  }
}
