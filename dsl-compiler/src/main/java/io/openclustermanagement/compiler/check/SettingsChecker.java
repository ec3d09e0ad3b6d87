package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Dependency;
import io.openclustermanagement.compiler.program.Mode;
import io.openclustermanagement.compiler.program.NamespaceSelection;
import io.openclustermanagement.compiler.program.Severity;
import io.openclustermanagement.compiler.program.TemplateDefinition.Interval;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value.DurationValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks the clauses of a policy or a template block that say something about its resources. */
final class SettingsChecker {

  private final Context context;
  private final DependencyChecker dependencies;
  private final List<Dependency> after = new ArrayList<>();
  private Optional<Severity> severity = Optional.empty();
  private Optional<Mode> mode = Optional.empty();
  private Optional<Interval> interval = Optional.empty();
  private Optional<NamespaceSelection> namespaces = Optional.empty();
  private boolean ignoresPending;

  SettingsChecker(Context context, DependencyChecker dependencies) {
    this.context = context;
    this.dependencies = dependencies;
  }

  PolicySettings check(List<PolicyClause> clauses) {
    context.reportRepeated(Context.byName(clauses, SettingsChecker::name));
    clauses.forEach(this::clause);
    return new PolicySettings(severity, mode, interval, namespaces, ignoresPending, after);
  }

  private static Optional<String> name(PolicyClause clause) {
    return switch (clause) {
      case PolicyClause.Title _ -> Optional.of("title");
      case PolicyClause.Severity _ -> Optional.of("severity");
      case PolicyClause.Mode _ -> Optional.of("inform or enforce");
      case PolicyClause.IgnorePending _ -> Optional.of("ignore pending");
      case PolicyClause.EvaluateEvery _ -> Optional.of("evaluate every");
      case PolicyClause.InNamespaces _ -> Optional.of("in namespaces");
      case PolicyClause.Disabled _ -> Optional.of("disabled");
      case PolicyClause.CopyNoMetadata _ -> Optional.of("copy no metadata");
      case PolicyClause.AsServiceAccount _ -> Optional.of("as serviceaccount");
      case PolicyClause.Labels _ -> Optional.of("labels");
      case PolicyClause.Annotations _ -> Optional.of("annotations");
      case PolicyClause.Standard _,
          PolicyClause.After _,
          PolicyClause.AfterObject _,
          PolicyClause.On _,
          PolicyClause.ResourceRule _,
          PolicyClause.Rule _,
          PolicyClause.Rego _,
          PolicyClause.Template _,
          PolicyClause.Raw _,
          PolicyClause.Error _ ->
          Optional.empty();
    };
  }

  private void clause(PolicyClause clause) {
    switch (clause) {
      case PolicyClause.Severity(Name level, _) -> severity = severity(context, level);
      case PolicyClause.Mode(var remediation, var prune, Origin at) ->
          mode = Optional.of(new Mode(remediation(remediation), prune(prune), at));
      case PolicyClause.IgnorePending _ -> ignoresPending = true;
      case PolicyClause.EvaluateEvery(Expression written, Origin at) ->
          interval = seconds(context, written).map(period -> new Interval(period, at));
      case PolicyClause.InNamespaces(var scope, _) ->
          namespaces = Optional.of(new Selections(context).namespaces(scope));
      case PolicyClause.After written -> dependencies.check(written).ifPresent(after::add);
      case PolicyClause.AfterObject written -> dependencies.check(written).ifPresent(after::add);
      case PolicyClause.Title _,
          PolicyClause.Standard _,
          PolicyClause.On _,
          PolicyClause.Disabled _,
          PolicyClause.CopyNoMetadata _,
          PolicyClause.AsServiceAccount _,
          PolicyClause.Labels _,
          PolicyClause.Annotations _,
          PolicyClause.ResourceRule _,
          PolicyClause.Rule _,
          PolicyClause.Rego _,
          PolicyClause.Template _,
          PolicyClause.Raw _,
          PolicyClause.Error _ -> {}
    }
  }

  /** A severity by its name; empty after a report. */
  static Optional<Severity> severity(Context context, Name level) {
    Optional<Severity> found =
        Arrays.stream(Severity.values())
            .filter(each -> each.word().equals(level.text()))
            .findFirst();
    if (found.isEmpty()) {
      context.reportUnknownWord(
          level, "severity", Arrays.stream(Severity.values()).map(Severity::word).toList());
    }
    return found;
  }

  /** A positive duration in whole seconds; empty after a report. */
  static Optional<Duration> seconds(Context context, Expression written) {
    ExpressionChecker expressions = context.expressions();
    var value = expressions.constant(expressions.check(written, Place.CONSTANT, Simple.DURATION));
    if (!(value.orElse(null) instanceof DurationValue(Duration period))) {
      return Optional.empty();
    }
    if (period.toMillisPart() != 0 || period.isNegative() || period.isZero()) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.OUT_OF_RANGE, written.span(), "The time must be whole seconds, not 0.")
                  .label("this is " + written.span().text()));
      return Optional.empty();
    }
    return Optional.of(period);
  }

  private static Mode.Remediation remediation(PolicyClause.Remediation written) {
    return switch (written) {
      case INFORM -> Mode.Remediation.INFORM;
      case ENFORCE -> Mode.Remediation.ENFORCE;
    };
  }

  private static Optional<Mode.Prune> prune(PolicyClause.Prune written) {
    return switch (written) {
      case null -> Optional.empty();
      case CREATED -> Optional.of(Mode.Prune.CREATED);
      case ALL -> Optional.of(Mode.Prune.ALL);
    };
  }
}
