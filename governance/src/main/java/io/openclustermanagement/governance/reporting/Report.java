package io.openclustermanagement.governance.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a fleet stands with the policies of its hub at one time. All formats say the same as this.
 *
 * @param time of the evaluation
 * @param policies of the hub, by namespace and name, with those that reach no cluster
 * @param clusters the names of the clusters that policies reach, sorted
 * @param results by policy, template, cluster and object
 * @param waivers the exemptions of the hub, with those that have ended
 */
public record Report(
    Instant time,
    List<ReportedPolicy> policies,
    List<String> clusters,
    List<Result> results,
    List<Waiver> waivers) {

  public Report {
    policies = List.copyOf(policies);
    clusters = List.copyOf(clusters);
    results = List.copyOf(results);
    waivers = List.copyOf(waivers);
  }

  /** The day of the report in UTC. */
  public LocalDate day() {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** How many results are in each state. */
  public StateCounts counts() {
    return StateCounts.of(results.stream().map(Result::state).toList());
  }

  /**
   * The results by the id of their policy, those of a policy in their order. Policies are compared
   * by their ids because they are told apart by them, and because it takes a fraction of the time.
   */
  public Map<String, List<Result>> resultsByPolicy() {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.check().policy().id(), LinkedHashMap::new, Collectors.toList()));
  }

  /** The texts that policies name and the catalogue does not know, sorted. */
  public List<String> unmapped() {
    return List.copyOf(
        policies.stream()
            .flatMap(policy -> policy.references().stream())
            .filter(each -> each.entry().isEmpty())
            .map(each -> each.kind().wireName() + ": " + each.text())
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
