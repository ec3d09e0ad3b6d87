package io.openclustermanagement.governance.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How each cluster stands with each policy.
 *
 * @param policies the rows
 * @param clusters the columns
 */
public record Matrix(
    List<ReportedPolicy> policies,
    List<String> clusters,
    Map<String, Map<String, StateCounts>> cells) {

  /** The matrix of a report; policies that are switched off have an empty row. */
  public static Matrix of(Report report) {
    Map<String, Map<String, Map<ReportState, Integer>>> states = new HashMap<>();
    for (Result result : report.results()) {
      states
          .computeIfAbsent(result.check().policy().id(), _ -> new HashMap<>())
          .computeIfAbsent(result.check().cluster(), _ -> new HashMap<>())
          .merge(result.state(), 1, Integer::sum);
    }
    Map<String, Map<String, StateCounts>> cells = new HashMap<>();
    states.forEach(
        (policy, row) -> {
          Map<String, StateCounts> counts = new HashMap<>();
          row.forEach((cluster, each) -> counts.put(cluster, new StateCounts(each)));
          cells.put(policy, counts);
        });
    return new Matrix(report.policies(), report.clusters(), cells);
  }

  /** How a cluster stands with a policy; empty if the policy does not reach it. */
  public Optional<ReportState> state(ReportedPolicy policy, String cluster) {
    return Optional.ofNullable(cells.getOrDefault(policy.id(), Map.of()).get(cluster))
        .map(counts -> counts.state().orElse(ReportState.SKIPPED));
  }
}
