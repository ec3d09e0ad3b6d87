package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.api.rules.ExemptionSpec;
import io.openclustermanagement.governance.propagation.FleetEvaluation;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.governance.propagation.PolicyResult;
import io.openclustermanagement.governance.reasoning.Fact.Coverage;
import io.openclustermanagement.governance.reasoning.Fact.Grant;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.ClusterCondition;
import io.openclustermanagement.placement.InvalidSelectorException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An exemption as facts: what was granted, and which policies on which clusters it reaches.
 *
 * @param until its last day; empty if that is no day
 * @param problem why it reaches nothing
 */
record GrantedExemption(
    Exemption exemption, Optional<LocalDate> until, List<Fact> facts, Optional<String> problem) {

  static GrantedExemption of(Exemption exemption, FleetEvaluation evaluation) {
    ExemptionSpec spec = exemption.spec();
    LocalDate until;
    Predicate<String> clusters;
    try {
      until = LocalDate.parse(spec.until());
      clusters = clusters(spec, evaluation);
    } catch (DateTimeException e) {
      return invalid(exemption, "`%s` is no day.".formatted(spec.until()));
    } catch (InvalidSelectorException | CelCompilationException e) {
      return invalid(exemption, "Its `clusterSelector` is not valid.");
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Grant(name(exemption), spec.owner(), spec.ticket(), until, spec.because()));
    if (isOfObjects(spec)) {
      String problem = "It is about objects, so that it is applied where the rule is judged.";
      return new GrantedExemption(exemption, Optional.of(until), facts, Optional.of(problem));
    }
    Set<String> missing = new TreeSet<>();
    for (String policy : spec.policies()) {
      cover(exemption, policy, null, clusters, evaluation, facts, missing);
    }
    for (var rule : spec.rules()) {
      String template = rule.policy() + "-" + rule.rule();
      cover(exemption, rule.policy(), template, clusters, evaluation, facts, missing);
    }
    return new GrantedExemption(
        exemption,
        Optional.of(until),
        facts,
        missing.isEmpty()
            ? Optional.empty()
            : Optional.of("There is no policy `%s`.".formatted(String.join("`, `", missing))));
  }

  private static GrantedExemption invalid(Exemption exemption, String problem) {
    return new GrantedExemption(exemption, Optional.empty(), List.of(), Optional.of(problem));
  }

  private static boolean isOfObjects(ExemptionSpec spec) {
    return !spec.match().isEmpty()
        || spec.namespaceSelector() != null
        || spec.matchCondition() != null;
  }

  private static void cover(
      Exemption exemption,
      String policy,
      @Nullable String template,
      Predicate<String> clusters,
      FleetEvaluation evaluation,
      List<Fact> facts,
      Set<String> missing) {
    HubName name = new HubName(HubName.of(exemption).namespace(), policy);
    PolicyResult result = evaluation.policies().get(name);
    if (result == null) {
      missing.add(policy);
      return;
    }
    result.distribution().assignments().keySet().stream()
        .filter(clusters)
        .map(each -> new Coverage(name(exemption), new Site(name.toString(), each), template))
        .forEach(facts::add);
  }

  /** Nothing is granted to a cluster of which nothing is known, unless it is named. */
  private static Predicate<String> clusters(ExemptionSpec spec, FleetEvaluation evaluation)
      throws InvalidSelectorException, CelCompilationException {
    Predicate<String> named =
        spec.clusterNames().isEmpty() ? _ -> true : spec.clusterNames()::contains;
    if (spec.clusterSelector() == null) {
      return named;
    }
    ClusterCondition condition = ClusterCondition.of(spec.clusterSelector());
    return named.and(
        name -> {
          ManagedCluster cluster = evaluation.state().hub().clusters().get(name);
          return cluster != null && condition.holds(cluster);
        });
  }

  private static String name(Exemption exemption) {
    return HubName.of(exemption).toString();
  }

  /** {@code namespace/name}. */
  String name() {
    return name(exemption);
  }
}
