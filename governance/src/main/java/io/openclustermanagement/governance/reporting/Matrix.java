package io.openclustermanagement.governance.reporting;

import java.util.EnumMap;
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
    Map<String, Map<String, StateCounts>> cells = new HashMap<>();
    report
        .resultsByPolicy()
        .forEach(
            (policy, results) -> {
              Map<String, Map<ReportState, Integer>> states = new HashMap<>();
              results.forEach(
                  each ->
                      states
                          .computeIfAbsent(
                              each.check().cluster(), _ -> new EnumMap<>(ReportState.class))
                          .merge(each.state(), 1, Integer::sum));
              Map<String, StateCounts> row = new HashMap<>();
              states.forEach((cluster, counts) -> row.put(cluster, new StateCounts(counts)));
              cells.put(policy, row);
            });
    return new Matrix(report.policies(), report.clusters(), cells);
  }

  /** How a cluster stands with a policy; empty if the policy does not reach it. */
  public Optional<ReportState> state(ReportedPolicy policy, String cluster) {
    return Optional.ofNullable(cells.getOrDefault(policy.id(), Map.of()).get(cluster))
        .map(counts -> counts.state().orElse(ReportState.SKIPPED));
  }
}
