package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.SortBy;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.compiler.program.PlacementDefinition.Alternative;
import io.openclustermanagement.compiler.program.PlacementDefinition.Count;
import io.openclustermanagement.compiler.program.PlacementDefinition.Group;
import io.openclustermanagement.compiler.program.PlacementDefinition.GroupSize;
import io.openclustermanagement.compiler.program.PlacementDefinition.Groups;
import io.openclustermanagement.compiler.program.PlacementDefinition.Preference;
import io.openclustermanagement.compiler.program.PlacementDefinition.Preferences;
import io.openclustermanagement.compiler.program.PlacementDefinition.Prioritizer;
import io.openclustermanagement.compiler.program.PlacementDefinition.SetReference;
import io.openclustermanagement.compiler.program.PlacementDefinition.Sorting;
import io.openclustermanagement.compiler.program.PlacementDefinition.Spread;
import io.openclustermanagement.compiler.program.PlacementDefinition.Toleration;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.IntValue;
import io.openclustermanagement.compiler.program.Value.PercentValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.Tolerated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a {@code placement}. */
final class PlacementChecker {

  /** As the Placement API has it: at least two characters. */
  private static final Pattern GROUP_NAME =
      Pattern.compile("[a-zA-Z0-9][-A-Za-z0-9_.]{0,61}[a-zA-Z0-9]");

  private final Context context;
  private final Findings findings;
  private final List<SetReference> from = new ArrayList<>();
  private final List<Alternative> alternatives = new ArrayList<>();
  private final List<Toleration> tolerations = new ArrayList<>();
  private final List<Spread> spreads = new ArrayList<>();
  private Optional<Count> count = Optional.empty();
  private Optional<Preferences> preferences = Optional.empty();
  private Optional<Groups> groups = Optional.empty();
  private Optional<Sorting> sorting = Optional.empty();
  private Optional<ObjectLiteral> labels = Optional.empty();
  private Optional<ObjectLiteral> annotations = Optional.empty();

  PlacementChecker(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  PlacementDefinition check(
      Symbol symbol, Declaration.Placement declaration, List<Located> namespaces) {
    context.reportRepeated(Context.byName(declaration.clauses(), PlacementChecker::name));
    declaration.clauses().forEach(this::clause);
    return new PlacementDefinition(
        symbol.name(),
        context.metadata(
            declaration.name(),
            declaration.objectName(),
            SymbolKind.PLACEMENT,
            labels,
            annotations),
        from,
        alternatives,
        tolerations,
        count,
        preferences,
        spreads,
        groups,
        sorting,
        namespaces,
        declaration.name().at(),
        declaration.at());
  }

  private static Optional<String> name(PlacementClause clause) {
    return switch (clause) {
      case PlacementClause.From _ -> Optional.of("from");
      case PlacementClause.Choose _, PlacementClause.ChooseAll _ -> Optional.of("choose");
      case PlacementClause.Prefer _ -> Optional.of("prefer");
      case PlacementClause.Groups _ -> Optional.of("groups");
      case PlacementClause.SortBy _ -> Optional.of("sort by");
      case PlacementClause.Labels _ -> Optional.of("labels");
      case PlacementClause.Annotations _ -> Optional.of("annotations");
      case PlacementClause.Where _,
          PlacementClause.Tolerate _,
          PlacementClause.Spread _,
          PlacementClause.Error _ ->
          Optional.empty();
    };
  }

  private void clause(PlacementClause clause) {
    switch (clause) {
      case PlacementClause.From(List<QualifiedName> sets, _) -> sets.forEach(this::from);
      case PlacementClause.Where(Expression condition, Origin at) ->
          alternatives.add(
              new Alternative(
                  context.expressions().check(condition, Place.CLUSTER, Simple.BOOL), at));
      case PlacementClause.Tolerate tolerate -> tolerate(tolerate);
      case PlacementClause.ChooseAll _ -> {}
      case PlacementClause.Choose(Expression number, Origin at) -> choose(number, at);
      case PlacementClause.Prefer prefer -> prefer(prefer);
      case PlacementClause.Spread spread -> spread(spread);
      case PlacementClause.Groups written -> groups(written);
      case PlacementClause.SortBy(var key, Origin at) -> sorting = Optional.of(sorting(key, at));
      case PlacementClause.Labels(ObjectLiteral written, _) -> labels = Optional.of(written);
      case PlacementClause.Annotations(ObjectLiteral written, _) ->
          annotations = Optional.of(written);
      case PlacementClause.Error _ -> {}
    }
  }

  private static Sorting sorting(PlacementClause.SortKey key, Origin at) {
    return new Sorting(
        switch (key) {
          case NAME -> SortBy.CLUSTER_NAME;
          case SCORE -> SortBy.SCORE;
        },
        at);
  }

  private void from(QualifiedName written) {
    Optional<Symbol> symbol = context.scope().resolve(written, SymbolKind.CLUSTER_SET);
    if (symbol.isEmpty()) {
      return;
    }
    var first =
        from.stream()
            .filter(each -> each.clusterSet().name().equals(symbol.get().name().name()))
            .findFirst();
    if (first.isPresent()) {
      findings.add(
          Diagnostic.error(
                  Code.DUPLICATE_NAME,
                  written.span(),
                  "The cluster set `%s` is listed twice.".formatted(written.text()))
              .related(first.get().origin().span(), "the first one"));
      return;
    }
    from.add(new SetReference(symbol.get().name(), written.at()));
  }

  // Tolerations.

  private void tolerate(PlacementClause.Tolerate written) {
    Optional<TaintEffect> effect = effect(written.effect());
    Optional<Duration> period = period(written.duration());
    tolerations.add(
        switch (written.taint()) {
          case Tolerated.Taint(var key, var value, _) ->
              new Toleration(
                  Optional.of(key.text()),
                  Optional.ofNullable(value).map(each -> each.text()),
                  effect,
                  period,
                  written.at());
          case Tolerated.Unreachable _ ->
              ofKey(ClusterLabels.TAINT_UNREACHABLE, effect, period, written.at());
          case Tolerated.Unavailable _ ->
              ofKey(ClusterLabels.TAINT_UNAVAILABLE, effect, period, written.at());
          case Tolerated.All _ ->
              new Toleration(Optional.empty(), Optional.empty(), effect, period, written.at());
        });
    if (written.taint() instanceof Tolerated.Taint(var key, _, _)) {
      requireTaintKey(context, key.text(), key.span());
    }
  }

  static void requireTaintKey(Context context, String key, SourceSpan span) {
    Labels.keyProblem(key)
        .ifPresent(
            problem ->
                context
                    .findings()
                    .add(
                        Diagnostic.error(
                                Code.INVALID_LABEL,
                                span,
                                "No taint can have the key `%s`.".formatted(key))
                            .label(problem)));
  }

  private static Toleration ofKey(
      String key, Optional<TaintEffect> effect, Optional<Duration> period, Origin at) {
    return new Toleration(Optional.of(key), Optional.empty(), effect, period, at);
  }

  private Optional<TaintEffect> effect(@Nullable Name written) {
    return written == null ? Optional.empty() : TaintEffects.read(context, written);
  }

  private Optional<Duration> period(@Nullable Expression written) {
    if (written == null) {
      return Optional.empty();
    }
    Optional<Value> value = constant(written, Simple.DURATION);
    if (!(value.orElse(null) instanceof Value.DurationValue(Duration period))) {
      return Optional.empty();
    }
    if (period.toMillisPart() != 0 || period.isNegative()) {
      findings.add(
          Diagnostic.error(
                  Code.OUT_OF_RANGE, written.span(), "A taint is tolerated for whole seconds.")
              .label("this is " + written.span().text()));
      return Optional.empty();
    }
    return Optional.of(period);
  }

  private Optional<Value> constant(Expression written, Simple type) {
    return context
        .expressions()
        .constant(context.expressions().check(written, Place.CONSTANT, type));
  }

  // How many, and which first.

  private void choose(Expression written, Origin at) {
    if (constant(written, Simple.INT).orElse(null) instanceof IntValue(long number)) {
      count =
          context
              .inRange(number, 0, Integer.MAX_VALUE, written.span(), "The number of clusters")
              .map(clusters -> new Count(clusters, at));
    }
  }

  private void prefer(PlacementClause.Prefer written) {
    List<Preference> list = new ArrayList<>();
    for (var each : written.preferences()) {
      switch (each) {
        case io.openclustermanagement.dsl.syntax.Preference.Steady(var weight, Origin at) ->
            preference(new Prioritizer.Steady(), weight, at, list);
        case io.openclustermanagement.dsl.syntax.Preference.Balance(var weight, Origin at) ->
            preference(new Prioritizer.Balance(), weight, at, list);
        case io.openclustermanagement.dsl.syntax.Preference.Allocatable(
                Name resource,
                var weight,
                Origin at) ->
            allocatable(resource)
                .ifPresent(prioritizer -> preference(prioritizer, weight, at, list));
        case io.openclustermanagement.dsl.syntax.Preference.Score(
                var resource,
                var score,
                var weight,
                Origin at) ->
            preference(new Prioritizer.AddOnScore(resource.text(), score.text()), weight, at, list);
        case io.openclustermanagement.dsl.syntax.Preference.Error _ -> {}
      }
    }
    preferences = Optional.of(new Preferences(written.only(), list, written.at()));
  }

  private Optional<Prioritizer> allocatable(Name resource) {
    return switch (resource.text()) {
      case "cpu" -> Optional.of(new Prioritizer.AllocatableCpu());
      case "memory" -> Optional.of(new Prioritizer.AllocatableMemory());
      default -> {
        context.reportUnknownWord(resource, "resource to prefer", List.of("cpu", "memory"));
        yield Optional.empty();
      }
    };
  }

  private void preference(
      Prioritizer prioritizer, Expression.Literal weight, Origin at, List<Preference> list) {
    integer(weight, Preference.MIN_WEIGHT, Preference.MAX_WEIGHT, "A weight")
        .ifPresent(number -> list.add(new Preference(prioritizer, number, at)));
  }

  /** A number as written, perhaps with a sign and space behind it. */
  private Optional<Integer> integer(Expression.Literal literal, int min, int max, String what) {
    String digits = literal.text().replaceAll("\\s", "");
    boolean huge = digits.length() > 10;
    if (huge) {
      context.reportRange(min, max, literal.span(), what, digits);
    }
    return huge
        ? Optional.empty()
        : context.inRange(Long.parseLong(digits), min, max, literal.span(), what);
  }

  // Spread and groups.

  private void spread(PlacementClause.Spread written) {
    Expr key = context.expressions().infer(written.key(), Place.CLUSTER, null);
    Optional<Integer> skew =
        written.maxSkew() == null
            ? Optional.of(1)
            : integer(written.maxSkew(), 1, Integer.MAX_VALUE, "A skew");
    if (spreads.size() == Spread.MAX) {
      findings.add(
          Diagnostic.error(
              Code.OUT_OF_RANGE, written.span(), "A placement spreads over at most 8 keys."));
    } else if (key instanceof Expr.Attribute(_, Property property, _)
        && (property instanceof Property.Label || property instanceof Property.Claim)) {
      boolean required = written.mode() == PlacementClause.SpreadMode.REQUIRED;
      skew.ifPresent(number -> spreads.add(new Spread(property, number, required, written.at())));
    } else if (key.type() != Simple.ERROR) {
      findings.add(
          Diagnostic.error(
                  Code.TYPE_MISMATCH,
                  written.key().span(),
                  "Clusters are spread over a label or a claim.")
              .help("write `spread over label.zone`, or `claim[\"…\"]`."));
    }
  }

  private void groups(PlacementClause.Groups written) {
    List<Group> list = new ArrayList<>();
    for (PlacementClause.Group each : written.groups()) {
      context.scope().index().declare(SymbolKind.GROUP, each.name().at());
      Located name =
          each.objectName() == null
              ? new Located(each.name().text(), each.name().at())
              : new Located(each.objectName().text(), each.objectName().at());
      requireGroupName(name, list);
      Expr condition = context.expressions().check(each.condition(), Place.CLUSTER, Simple.BOOL);
      list.add(new Group(name.text(), condition, each.at()));
    }
    Optional<GroupSize> size =
        written.size() == null ? Optional.empty() : groupSize(written.size());
    groups = Optional.of(new Groups(list, size, written.at()));
  }

  private void requireGroupName(Located name, List<Group> before) {
    if (!GROUP_NAME.matcher(name.text()).matches()) {
      findings.add(
          Context.invalidName(
                  name.origin().span(),
                  "No decision group can be called `%s`.".formatted(name.text()))
              .label("2 to 63 letters, digits, `-`, `_` and `.`"));
    }
    before.stream()
        .filter(group -> group.name().equals(name.text()))
        .findFirst()
        .ifPresent(
            first ->
                findings.add(
                    Diagnostic.error(
                            Code.DUPLICATE_NAME,
                            name.origin().span(),
                            "The group `%s` is declared twice.".formatted(name.text()))
                        .related(first.origin().span(), "the first one")));
  }

  private Optional<GroupSize> groupSize(Expression written) {
    Expr value = context.expressions().infer(written, Place.CONSTANT, null);
    return switch (context.expressions().constant(value).orElse(null)) {
      case IntValue(long number) ->
          context
              .inRange(number, 1, Integer.MAX_VALUE, written.span(), "The size of a group")
              .map(amount -> new GroupSize(amount, false, written.at()));
      case PercentValue(int percent) ->
          context
              .inRange(percent, 1, 100, written.span(), "The size of a group in percent")
              .map(amount -> new GroupSize(amount, true, written.at()));
      case null -> Optional.empty();
      case Value other -> {
        findings.add(
            Diagnostic.error(Code.TYPE_MISMATCH, written.span(), "Int or Percent is expected here.")
                .label("this is " + other.type()));
        yield Optional.empty();
      }
    };
  }
}
