package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.governance.reporting.Dimension;
import io.openclustermanagement.governance.reporting.Matrix;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedPolicy;
import io.openclustermanagement.governance.reporting.RollUp;
import io.openclustermanagement.governance.reporting.StateCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Metrics in the text format of Prometheus: {@code policy_governance_info} as the
 * governance-policy-propagator has it (0 compliant, 1 not compliant, -1 anything else), and the
 * counts of the report.
 */
final class PrometheusReport {
  private static final String INFO = "policy_governance_info";
  private static final String RESULTS = "ocm_report_results";
  private static final String POLICY_RESULTS = "ocm_report_policy_results";
  private static final String TIME = "ocm_report_timestamp_seconds";

  private final StringBuilder text = new StringBuilder();

  private PrometheusReport() {}

  static String write(Report report) {
    PrometheusReport writer = new PrometheusReport();
    writer.time(report);
    writer.results(report);
    writer.policies(report);
    writer.info(report);
    return writer.text.toString();
  }

  private void time(Report report) {
    head(TIME, "When the report was made.");
    line(TIME, Map.of(), report.time().getEpochSecond());
  }

  private void results(Report report) {
    head(RESULTS, "How many results are in a state.");
    report
        .counts()
        .counts()
        .forEach((state, count) -> line(RESULTS, Map.of("state", state.wireName()), count));
  }

  private void policies(Report report) {
    head(POLICY_RESULTS, "How many results of a policy are in a state.");
    Map<String, StateCounts> counts = counts(report);
    for (ReportedPolicy policy : report.policies()) {
      for (ReportState state : ReportState.values()) {
        Map<String, String> labels = labels(policy);
        labels.put("state", state.wireName());
        line(POLICY_RESULTS, labels, counts(counts, policy).get(state));
      }
    }
  }

  private static Map<String, StateCounts> counts(Report report) {
    return RollUp.by(Dimension.POLICY, report).stream()
        .collect(Collectors.toMap(RollUp::key, RollUp::counts));
  }

  private static StateCounts counts(Map<String, StateCounts> counts, ReportedPolicy policy) {
    return counts.getOrDefault(policy.id(), StateCounts.of(List.of()));
  }

  private void info(Report report) {
    head(INFO, "How a policy stands: 0 compliant, 1 not compliant, -1 anything else.");
    Matrix matrix = Matrix.of(report);
    Map<String, StateCounts> counts = counts(report);
    for (ReportedPolicy policy : report.policies()) {
      info(policy, "root", "<null>", counts(counts, policy).state());
      for (String cluster : report.clusters()) {
        matrix
            .state(policy, cluster)
            .ifPresent(state -> info(policy, "propagated", cluster, Optional.of(state)));
      }
    }
  }

  private void info(
      ReportedPolicy policy, String type, String cluster, Optional<ReportState> state) {
    Map<String, String> labels = labels(policy);
    labels.put("type", type);
    labels.put("cluster_namespace", cluster);
    line(INFO, labels, state.map(PrometheusReport::value).orElse(-1));
  }

  private static int value(ReportState state) {
    return switch (state) {
      case COMPLIANT -> 0;
      case NON_COMPLIANT, ERROR -> 1;
      case PENDING, UNKNOWN, EXEMPTED, SKIPPED -> -1;
    };
  }

  private static Map<String, String> labels(ReportedPolicy policy) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("policy", policy.name());
    labels.put("policy_namespace", policy.namespace());
    return labels;
  }

  private void head(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void line(String name, Map<String, String> labels, long value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append(
          labels.entrySet().stream()
              .map(each -> each.getKey() + "=\"" + escape(each.getValue()) + "\"")
              .collect(Collectors.joining(",", "{", "}")));
    }
    text.append(' ').append(value).append('\n');
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
