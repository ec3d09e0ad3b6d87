package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.meta.ConditionStatus;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.compiler.program.ClusterFacts;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.MapOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.IntValue;
import io.openclustermanagement.compiler.program.Value.MapValue;
import io.openclustermanagement.compiler.program.Value.QuantityValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.compiler.program.Value.VersionValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.ClusterClause;
import io.openclustermanagement.dsl.syntax.ClusterSetClause;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.Resource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what a fleet or a {@code given} says of a cluster. */
final class FactsChecker {

  private static final String CONDITION_PREFIX = "ManagedClusterCondition";
  private static final List<String> SHORT_CONDITIONS = List.of("Available", "ClockSynced");

  private final Context context;
  private final Findings findings;

  FactsChecker(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  /** All facts of some clauses together. */
  ClusterFacts check(List<ClusterClause> clauses) {
    ClusterFacts facts = ClusterFacts.NONE;
    for (ClusterClause clause : clauses) {
      facts = facts.and(check(clause));
    }
    return facts;
  }

  private ClusterFacts check(ClusterClause clause) {
    return switch (clause) {
      case ClusterClause.Set(QualifiedName set, _) ->
          set(set).map(ClusterFacts::ofLabels).orElse(ClusterFacts.NONE);
      case ClusterClause.Labels(ObjectLiteral labels, _) ->
          ClusterFacts.ofLabels(labels(labels, "cluster"));
      case ClusterClause.Claims(ObjectLiteral claims, _) -> ClusterFacts.ofClaims(strings(claims));
      case ClusterClause.Version version -> version(version);
      case ClusterClause.Allocatable(ObjectLiteral resources, _) ->
          ClusterFacts.ofAllocatable(quantities(resources));
      case ClusterClause.Taint taint -> taint(taint);
      case ClusterClause.Condition(Name type, Name status, _) -> condition(type, status);
      case ClusterClause.Score(var resource, ObjectLiteral scores, _) ->
          ClusterFacts.ofScores(Map.of(resource.text(), scores(scores)));
      case ClusterClause.Resources(List<Resource> resources, _) ->
          ClusterFacts.ofResources(manifests(resources));
      case ClusterClause.Error _ -> ClusterFacts.NONE;
    };
  }

  private List<Manifest> manifests(List<Resource> resources) {
    ResourceChecker checker = new ResourceChecker(context, Purpose.FIXTURE);
    return resources.stream().flatMap(each -> checker.check(each).stream()).toList();
  }

  private Optional<Map<String, String>> set(QualifiedName written) {
    Optional<Symbol> symbol = context.scope().resolve(written, SymbolKind.CLUSTER_SET);
    boolean selected =
        symbol.isPresent()
            && symbol.get().declaration() instanceof Declaration.ClusterSet set
            && set.clauses().stream().anyMatch(ClusterSetClause.MembersWhere.class::isInstance);
    if (selected) {
      findings.add(
          Diagnostic.error(
                  Code.SET_BY_SELECTOR,
                  written.span(),
                  "No cluster can be put into `%s` by hand.".formatted(written.text()))
              .related(symbol.get().origin().span(), "its members follow from their labels")
              .help("give the cluster the labels that the set asks for."));
      return Optional.empty();
    }
    return symbol.map(each -> Map.of(ClusterLabels.CLUSTER_SET, objectName(each)));
  }

  private static String objectName(Symbol symbol) {
    return symbol.declaration() instanceof Declaration.ClusterSet set && set.objectName() != null
        ? set.objectName().text()
        : symbol.name().name();
  }

  /** Labels that an object of some kind can have. */
  Map<String, String> labels(ObjectLiteral written, String noun) {
    Map<String, String> labels = strings(written);
    labels.forEach(
        (key, value) -> {
          Optional<String> problem = Labels.keyProblem(key).or(() -> Labels.valueProblem(value));
          problem.ifPresent(why -> reportLabel(written.span(), noun, key, why));
        });
    return labels;
  }

  private void reportLabel(SourceSpan span, String noun, String key, String why) {
    findings.add(
        Diagnostic.error(
                Code.INVALID_LABEL, span, "No %s can have the label `%s`.".formatted(noun, key))
            .label(why));
  }

  private ClusterFacts version(ClusterClause.Version written) {
    Optional<Value> value = constant(written.version(), Simple.VERSION);
    return value.orElse(null) instanceof VersionValue
        ? ClusterFacts.ofVersion(fullVersion(written.version().span().text(), value.get()))
        : ClusterFacts.NONE;
  }

  /** As the API server reports it, with three numbers; more is kept where it was written. */
  private static String fullVersion(String written, Value value) {
    return written.startsWith("v") && written.chars().filter(c -> c == '.').count() >= 2
        ? written
        : "v" + ((VersionValue) value).value();
  }

  private ClusterFacts taint(ClusterClause.Taint written) {
    PlacementChecker.requireTaintKey(context, written.key().text(), written.key().span());
    String value = written.value() == null ? "" : written.value().text();
    return TaintEffects.read(context, written.effect())
        .map(
            effect ->
                ClusterFacts.ofTaints(
                    List.of(
                        new ClusterFacts.Taint(written.key().text(), value, effect, written.at()))))
        .orElse(ClusterFacts.NONE);
  }

  private ClusterFacts condition(Name type, Name status) {
    String full =
        SHORT_CONDITIONS.contains(type.text()) ? CONDITION_PREFIX + type.text() : type.text();
    Optional<ConditionStatus> found =
        Arrays.stream(ConditionStatus.values())
            .filter(each -> each.wireName().equals(status.text()))
            .findFirst();
    if (found.isEmpty()) {
      List<String> known =
          Arrays.stream(ConditionStatus.values()).map(ConditionStatus::wireName).toList();
      context.reportUnknownWord(status, "status of a condition", known);
    }
    return found
        .map(each -> ClusterFacts.ofConditions(Map.of(full, each)))
        .orElse(ClusterFacts.NONE);
  }

  /** A map of texts. */
  Map<String, String> strings(ObjectLiteral written) {
    Map<String, String> texts = new LinkedHashMap<>();
    entries(written, Simple.STRING)
        .forEach(
            (key, value) -> {
              if (value instanceof StringValue(String text)) {
                texts.put(key, text);
              }
            });
    return texts;
  }

  private Map<String, Quantity> quantities(ObjectLiteral written) {
    Map<String, Quantity> amounts = new LinkedHashMap<>();
    entries(written, Simple.QUANTITY)
        .forEach(
            (key, value) -> {
              if (value instanceof QuantityValue(Quantity amount)) {
                amounts.put(key, amount);
              }
            });
    return amounts;
  }

  private Map<String, Integer> scores(ObjectLiteral written) {
    Map<String, Integer> scores = new LinkedHashMap<>();
    entries(written, Simple.INT)
        .forEach(
            (key, value) -> {
              if (value instanceof IntValue(long number)) {
                context
                    .inRange(number, -100, 100, written.span(), "A score")
                    .ifPresent(score -> scores.put(key, score));
              }
            });
    return scores;
  }

  private Map<String, Value> entries(ObjectLiteral written, Type valueType) {
    return constant(written, new MapOf(valueType)).orElse(null) instanceof MapValue(_, var entries)
        ? entries
        : Map.of();
  }

  private Optional<Value> constant(Expression written, Type type) {
    ExpressionChecker expressions = context.expressions();
    Expr value = expressions.check(written, Place.CONSTANT, type);
    return expressions.constant(value);
  }
}
