package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.ClusterFacts;
import io.openclustermanagement.compiler.program.FleetDefinition;
import io.openclustermanagement.compiler.program.FleetDefinition.FleetCluster;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.ClusterClause;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.FleetMember;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a {@code fleet} and works out what {@code like} brings. */
final class FleetChecker {

  private final Context context;
  private final Findings findings;
  private final FactsChecker facts;
  private final Map<String, FleetMember.Cluster> declared = new LinkedHashMap<>();
  private final Map<String, ClusterFacts> resolved = new HashMap<>();
  private Optional<Node> policyState = Optional.empty();

  FleetChecker(Context context) {
    this.context = context;
    this.findings = context.findings();
    this.facts = new FactsChecker(context);
  }

  FleetDefinition check(Symbol symbol, Declaration.Fleet declaration) {
    declaration.members().forEach(this::declare);
    List<FleetCluster> clusters = new ArrayList<>();
    Map<String, Located> hubNames = new HashMap<>();
    for (FleetMember.Cluster each : declared.values()) {
      clusters.add(
          new FleetCluster(
              each.name().text(),
              names(each, hubNames),
              resolve(each, new LinkedHashSet<>()),
              each.name().at()));
    }
    reportNotYet(declaration);
    return new FleetDefinition(symbol.name(), clusters, declaration.name().at());
  }

  private void declare(FleetMember member) {
    switch (member) {
      case FleetMember.Cluster cluster -> {
        context.scope().index().declare(SymbolKind.CLUSTER, cluster.name().at());
        FleetMember.Cluster first = declared.putIfAbsent(cluster.name().text(), cluster);
        if (first != null) {
          findings.add(
              Diagnostic.error(
                      Code.DUPLICATE_NAME,
                      cluster.name().span(),
                      "The cluster `%s` is declared twice.".formatted(cluster.name().text()))
                  .related(first.name().span(), "declared here first"));
        }
      }
      case FleetMember.PolicyState state -> policyState = Optional.of(state);
      case FleetMember.Error _ -> {}
    }
  }

  private void reportNotYet(Declaration.Fleet declaration) {
    if (policyState.isPresent()) {
      findings.add(
          Diagnostic.warning(
                  Code.EXPECTATION_NOT_RUN,
                  declaration.name().span(),
                  "Only the placement facts of the fleet `%s` are used yet."
                      .formatted(declaration.name().text()))
              .note("the state of policies has no say"));
    }
  }

  private List<String> names(FleetMember.Cluster cluster, Map<String, Located> hubNames) {
    List<Located> names =
        cluster.names() == null
            ? List.of(new Located(cluster.name().text(), cluster.name().at()))
            : context.texts(cluster.names());
    if (names.isEmpty()) {
      names = List.of(new Located(cluster.name().text(), cluster.name().at()));
    }
    for (Located name : names) {
      context.requireObjectName(new Name(name.text(), name.origin()), "cluster");
      Located first = hubNames.putIfAbsent(name.text(), name);
      if (first != null) {
        findings.add(
            Diagnostic.error(
                    Code.DUPLICATE_NAME,
                    name.origin().span(),
                    "Two clusters are called `%s`.".formatted(name.text()))
                .related(first.origin().span(), "the first one"));
      }
    }
    return names.stream().map(Located::text).toList();
  }

  private ClusterFacts resolve(FleetMember.Cluster cluster, Set<String> path) {
    String name = cluster.name().text();
    ClusterFacts known = resolved.get(name);
    if (known != null) {
      return known;
    }
    path.add(name);
    context.reportRepeated(Context.byName(cluster.clauses(), FleetChecker::clauseName));
    ClusterFacts own = facts.check(cluster.clauses());
    ClusterFacts all =
        cluster.parent() == null ? own : parent(cluster.parent(), path).overlaidWith(own);
    resolved.put(name, all);
    return all;
  }

  private static Optional<String> clauseName(ClusterClause clause) {
    return switch (clause) {
      case ClusterClause.Set _ -> Optional.of("set");
      case ClusterClause.Version _ -> Optional.of("version");
      case ClusterClause.Labels _,
          ClusterClause.Claims _,
          ClusterClause.Allocatable _,
          ClusterClause.Taint _,
          ClusterClause.Condition _,
          ClusterClause.Score _,
          ClusterClause.Resources _,
          ClusterClause.Error _ ->
          Optional.empty();
    };
  }

  private ClusterFacts parent(Name parent, Set<String> path) {
    FleetMember.Cluster cluster = declared.get(parent.text());
    if (cluster == null) {
      var finding =
          Diagnostic.error(
              Code.UNKNOWN_NAME,
              parent.span(),
              "There is no cluster `%s` in this fleet.".formatted(parent.text()));
      Suggestions.closest(parent.text(), declared.keySet())
          .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
      findings.add(finding);
      return ClusterFacts.NONE;
    }
    context.scope().index().use(parent.span(), SymbolKind.CLUSTER, cluster.name().at());
    if (path.contains(parent.text())) {
      findings.add(
          Diagnostic.error(
                  Code.CYCLIC_FIXTURE,
                  parent.span(),
                  "Clusters are like each other: %s → `%s`."
                      .formatted(
                          String.join(" → ", path.stream().map(each -> "`" + each + "`").toList()),
                          parent.text()))
              .help("write the facts out in one of them."));
      return ClusterFacts.NONE;
    }
    return resolve(cluster, path);
  }
}
