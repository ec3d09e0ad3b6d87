package io.openclustermanagement.compiler.check;

import static java.util.stream.Collectors.toMap;

import io.openclustermanagement.compiler.program.Compliance;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.FleetDefinition;
import io.openclustermanagement.compiler.program.FleetDefinition.FleetCluster;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.TestDefinition;
import io.openclustermanagement.compiler.program.TestDefinition.Step;
import io.openclustermanagement.compiler.program.TestDefinition.Violation;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.DateValue;
import io.openclustermanagement.compiler.program.Value.DurationValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.TestStep;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Checks a {@code test}. */
final class TestChecker {

  private final Context context;
  private final Findings findings;
  private final FleetDefinition fleet;
  private final List<SourceSpan> notRunnable = new ArrayList<>();

  TestChecker(Context context, FleetDefinition fleet) {
    this.context = context;
    this.findings = context.findings();
    this.fleet = fleet;
  }

  TestDefinition check(Declaration.Test declaration) {
    List<Step> steps = declaration.steps().stream().map(this::step).toList();
    reportNotRunnable(declaration);
    return new TestDefinition(
        context.scope().module().name(),
        declaration.title().text(),
        fleet,
        day(declaration),
        steps,
        declaration.at());
  }

  private Optional<LocalDate> day(Declaration.Test declaration) {
    return declaration.date() != null
            && new Literals(findings).read(declaration.date(), Simple.DATE).orElse(null)
                instanceof DateValue day
        ? Optional.of(day.value())
        : Optional.empty();
  }

  private void reportNotRunnable(Declaration.Test declaration) {
    if (notRunnable.isEmpty()) {
      return;
    }
    var finding =
        Diagnostic.warning(
            Code.EXPECTATION_NOT_RUN,
            notRunnable.getFirst(),
            "The test \"%s\" cannot be run yet.".formatted(declaration.title().text()));
    finding.note(
        notRunnable.size() == 1
            ? "this line speaks of what a test cannot know yet"
            : "%d lines speak of what a test cannot know yet".formatted(notRunnable.size()));
    findings.add(finding);
  }

  private Step step(TestStep step) {
    return switch (step) {
      case TestStep.GivenFact given -> given(given);
      case TestStep.After(Expression time, Origin at) -> after(time, at);
      case TestStep.ExpectSelects selects -> selects(selects);
      case TestStep.ExpectRejects rejects -> rejects(rejects);
      case TestStep.ExpectGenerated(QualifiedName resource, var file, Origin at) ->
          generated(resource, file.text(), at);
      case TestStep.Expect(Expression condition, Origin at) -> expect(condition, at);
      case TestStep.ExpectPolicy policy -> policy(policy);
      case TestStep.GivenState given -> given(given);
      case TestStep.ExpectHolds(QualifiedName rule, Origin at) ->
          fleetRule(rule, at, name -> new Step.ExpectHolds(name, at));
      case TestStep.ExpectFails fails ->
          fleetRule(
              fails.fleetRule(),
              fails.at(),
              name -> new Step.ExpectFails(name, keys(fails), fails.at()));
      case TestStep.ExpectRollout rollout -> rollout(rollout);
      case TestStep.Given _ -> notRunnable(step.at());
      case TestStep.Error(Origin at) -> new Step.NotRunnable(at);
    };
  }

  private Step notRunnable(Origin at) {
    notRunnable.add(at.span());
    return new Step.NotRunnable(at);
  }

  private Step given(TestStep.GivenFact given) {
    var stated = new FactsChecker(context).check(List.of(given.fact()));
    List<String> names = clusters(given.cluster().text(), given.cluster().span());
    return new Step.Given(names, stated, given.at());
  }

  private Step given(TestStep.GivenState written) {
    List<String> names = clusters(written.clusters());
    Optional<Symbol> policy =
        context.scope().resolve(written.policy(), SymbolKind.POLICY, SymbolKind.POLICY_SET);
    Optional<Compliance> state = state(written.state());
    if (policy.isEmpty() || state.isEmpty()) {
      return new Step.NotRunnable(written.at());
    }
    boolean set = policy.get().kind() == SymbolKind.POLICY_SET;
    return new Step.GivenState(policy.get().name(), set, state.get(), names, written.at());
  }

  private Step rollout(TestStep.ExpectRollout written) {
    List<List<String>> steps = new ArrayList<>();
    for (Expression step : written.steps().elements()) {
      steps.add(step instanceof ListLiteral list ? clusters(list) : noCluster(step));
    }
    return context
        .scope()
        .resolve(written.deployment(), SymbolKind.DEPLOYMENT)
        .<Step>map(symbol -> new Step.ExpectRollout(symbol.name(), steps, written.at()))
        .orElseGet(() -> new Step.NotRunnable(written.at()));
  }

  private List<String> clusters(ListLiteral list) {
    return list.elements().stream()
        .map(
            each ->
                each instanceof Expression.Identifier cluster
                    ? clusters(cluster.name(), cluster.span())
                    : noCluster(each))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> noCluster(Expression written) {
    findings.add(
        Diagnostic.error(
                Code.TYPE_MISMATCH, written.span(), "The clusters of each step are expected here.")
            .help("write a list for each step, as in `[[a], [b, c]]`."));
    return List.of();
  }

  private Step fleetRule(QualifiedName rule, Origin at, Function<GlobalName, Step> step) {
    return context
        .scope()
        .resolve(rule, SymbolKind.FLEET_RULE)
        .map(symbol -> step.apply(symbol.name()))
        .orElseGet(() -> new Step.NotRunnable(at));
  }

  private Optional<List<String>> keys(TestStep.ExpectFails written) {
    return Optional.ofNullable(written.keys())
        .map(keys -> context.texts(keys).stream().map(Located::text).toList());
  }

  private Step after(Expression time, Origin at) {
    ExpressionChecker expressions = context.expressions();
    Optional<Value> value =
        expressions.constant(expressions.check(time, Place.CONSTANT, Simple.DURATION));
    return value.orElse(null) instanceof DurationValue(Duration duration)
        ? new Step.After(duration, at)
        : new Step.NotRunnable(at);
  }

  private Step selects(TestStep.ExpectSelects written) {
    List<String> names = clusters(written.clusters());
    return placement(written.placement())
        .<Step>map(
            symbol ->
                new Step.ExpectSelects(
                    symbol.name(), names, written.exactly(), written.inOrder(), written.at()))
        .orElseGet(() -> new Step.NotRunnable(written.at()));
  }

  private Step rejects(TestStep.ExpectRejects written) {
    List<String> names = clusters(written.cluster().text(), written.cluster().span());
    Optional<String> because = Optional.ofNullable(written.because()).map(each -> each.text());
    return placement(written.placement())
        .<Step>map(symbol -> new Step.ExpectRejects(symbol.name(), names, because, written.at()))
        .orElseGet(() -> new Step.NotRunnable(written.at()));
  }

  private Step policy(TestStep.ExpectPolicy written) {
    List<String> names = clusters(written.clusters());
    Optional<Symbol> policy = context.scope().resolve(written.policy(), SymbolKind.POLICY);
    Optional<Compliance> state = state(written.state());
    if (policy.isEmpty() || state.isEmpty()) {
      return new Step.NotRunnable(written.at());
    }
    return new Step.ExpectPolicy(
        policy.get().name(),
        state.get(),
        names,
        written.violations().stream().map(TestChecker::violation).toList(),
        written.at());
  }

  private Optional<Compliance> state(Name written) {
    Optional<Compliance> state = Compliance.of(written.text());
    if (state.isEmpty()) {
      findings.add(
          Diagnostic.error(
                  Code.UNKNOWN_WORD,
                  written.span(),
                  "There is no state `%s`.".formatted(written.text()))
              .note("there are " + String.join(", ", Compliance.names())));
    }
    return state;
  }

  private static Violation violation(io.openclustermanagement.dsl.syntax.Violation written) {
    Optional<String> object =
        written.kind() == null || written.resource() == null
            ? Optional.empty()
            : Optional.of(written.kind().kind() + " " + written.resource().text());
    return new Violation(
        written.rule().parts().getLast().text(),
        object,
        Optional.ofNullable(written.message()).map(StringLiteral::text),
        written.at());
  }

  private Optional<Symbol> placement(QualifiedName name) {
    return context.scope().resolve(name, SymbolKind.PLACEMENT);
  }

  /** {@code Placement.prod} or {@code ManagedClusterSet.prod}: the kind, then the declared name. */
  private Step generated(QualifiedName resource, String file, Origin at) {
    List<Name> parts = resource.parts();
    String kind = parts.getFirst().text();
    List<Name> rest = parts.subList(1, parts.size());
    if (rest.isEmpty()) {
      findings.add(
          Diagnostic.error(
                  Code.UNKNOWN_NAME, resource.span(), "`%s` names no object.".formatted(kind))
              .help("write the kind and the name, as in `Placement.prod`."));
      return new Step.NotRunnable(at);
    }
    Origin place = new Origin(rest.getFirst().span().to(rest.getLast().span()));
    QualifiedName name = new QualifiedName(rest, place);
    return switch (kind) {
      case "Placement" -> generated(kind, name, SymbolKind.PLACEMENT, file, at);
      case "ManagedClusterSet" -> generated(kind, name, SymbolKind.CLUSTER_SET, file, at);
      default -> notRunnable(at);
    };
  }

  private Step generated(
      String kind, QualifiedName name, SymbolKind symbolKind, String file, Origin at) {
    return context
        .scope()
        .resolve(name, symbolKind)
        .<Step>map(symbol -> new Step.ExpectGenerated(kind, symbol.name().name(), file, at))
        .orElseGet(() -> new Step.NotRunnable(at));
  }

  private Step expect(Expression condition, Origin at) {
    Map<String, Origin> clusters =
        fleet.clusters().stream().collect(toMap(FleetCluster::name, FleetCluster::origin));
    Expr checked = context.expressions().check(condition, Place.test(clusters), Simple.BOOL);
    return new Step.ExpectThat(checked, at);
  }

  private List<String> clusters(List<QualifiedName> names) {
    return names.stream().flatMap(each -> clusters(each.text(), each.span()).stream()).toList();
  }

  private List<String> clusters(String name, SourceSpan span) {
    Optional<FleetCluster> found =
        fleet.clusters().stream().filter(each -> each.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      List<String> names = fleet.clusters().stream().map(FleetCluster::name).toList();
      var finding =
          Diagnostic.error(
                  Code.UNKNOWN_NAME,
                  span,
                  "There is no cluster `%s` in the fleet `%s`."
                      .formatted(name, fleet.name().name()))
              .related(fleet.origin().span(), "the fleet");
      Suggestions.closest(name, names)
          .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
      findings.add(finding);
    }
    found.ifPresent(each -> context.scope().index().use(span, SymbolKind.CLUSTER, each.origin()));
    return found.map(FleetCluster::clusterNames).orElse(List.of());
  }
}
