package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.api.yaml.YamlWriter;
import io.openclustermanagement.governance.reporting.Check;
import io.openclustermanagement.governance.reporting.Reference;
import io.openclustermanagement.governance.reporting.ReferenceKind;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedObject;
import io.openclustermanagement.governance.reporting.ReportedPolicy;
import io.openclustermanagement.governance.reporting.ReportedSeverity;
import io.openclustermanagement.governance.reporting.Result;
import io.openclustermanagement.governance.reporting.StateCounts;
import io.openclustermanagement.governance.reporting.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reports in the kinds that Policy Reporter and others read: one object for each cluster, in the
 * namespace that the cluster has on the hub. Of these kinds a result passes, fails, is an error or
 * is skipped; the state that we know is in its properties.
 */
final class PolicyReports {
  private static final String NAME = "ocm-policies";

  /** The two groups; the older one has no source of the whole report. */
  private enum Group {
    OPEN_REPORTS("openreports.io/v1alpha1", "Report"),
    WORKING_GROUP("wgpolicyk8s.io/v1alpha2", "PolicyReport");

    private final String apiVersion;
    private final String kind;

    Group(String apiVersion, String kind) {
      this.apiVersion = apiVersion;
      this.kind = kind;
    }
  }

  private PolicyReports() {}

  static String openReports(Report report) {
    return write(report, Group.OPEN_REPORTS);
  }

  static String policyReports(Report report) {
    return write(report, Group.WORKING_GROUP);
  }

  private static String write(Report report, Group group) {
    Map<String, List<Result>> byCluster =
        report.results().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.check().cluster(), TreeMap::new, Collectors.toList()));
    return byCluster.entrySet().stream()
        .map(each -> YamlWriter.write(object(report, group, each.getKey(), each.getValue())))
        .collect(Collectors.joining("---\n"));
  }

  private static Map<String, Object> object(
      Report report, Group group, String cluster, List<Result> results) {
    Tree tree =
        Tree.of("apiVersion", group.apiVersion)
            .put("kind", group.kind)
            .put("metadata", metadata(cluster));
    if (group == Group.OPEN_REPORTS) {
      tree.put("source", "ocm");
    }
    return tree.put(
            "scope",
            Tree.of("apiVersion", "cluster.open-cluster-management.io/v1")
                .put("kind", "ManagedCluster")
                .put("name", cluster))
        .put("summary", summary(results))
        .put("results", results.stream().map(each -> result(each, report, group)).toList())
        .members();
  }

  private static Tree metadata(String cluster) {
    return Tree.of("name", NAME)
        .put("namespace", cluster)
        .put("labels", Tree.of("app.kubernetes.io/managed-by", "ocm"));
  }

  private static Tree summary(List<Result> results) {
    StateCounts counts = StateCounts.of(results.stream().map(Result::state).toList());
    Map<String, Integer> summary = new TreeMap<>();
    counts.counts().forEach((state, count) -> summary.merge(word(state), count, Integer::sum));
    return Tree.of("pass", summary.getOrDefault("pass", 0))
        .put("fail", summary.getOrDefault("fail", 0))
        .put("warn", 0)
        .put("error", summary.getOrDefault("error", 0))
        .put("skip", summary.getOrDefault("skip", 0));
  }

  private static String word(ReportState state) {
    return switch (state) {
      case COMPLIANT -> "pass";
      case NON_COMPLIANT -> "fail";
      case ERROR, UNKNOWN -> "error";
      case PENDING, EXEMPTED, SKIPPED -> "skip";
    };
  }

  private static Map<String, Object> result(Result result, Report report, Group group) {
    Check check = result.check();
    Tree tree =
        Tree.of("source", "ocm")
            .put("policy", check.policy().id())
            .put("rule", check.template())
            .put("result", word(result.state()))
            .put("scored", true)
            .put("timestamp", Tree.of("seconds", report.time().getEpochSecond()).put("nanos", 0));
    check
        .policy()
        .references(ReferenceKind.CATEGORY)
        .findFirst()
        .ifPresent(category -> tree.put("category", category.text()));
    if (check.severity() != ReportedSeverity.UNSPECIFIED) {
      tree.put("severity", severity(check, group));
    }
    return tree.putUnlessEmpty("message", check.message())
        .putUnlessEmpty("resources", resources(result))
        .put("properties", properties(result))
        .members();
  }

  /** The older group knows nothing worse than high; what is meant is in the properties. */
  private static String severity(Check check, Group group) {
    boolean unknown = group == Group.WORKING_GROUP && check.severity() == ReportedSeverity.CRITICAL;
    return (unknown ? ReportedSeverity.HIGH : check.severity()).wireName();
  }

  private static List<Map<String, Object>> resources(Result result) {
    List<Map<String, Object>> resources = new ArrayList<>();
    result.object().ifPresent(object -> resources.add(resource(object)));
    return resources;
  }

  private static Map<String, Object> resource(ReportedObject object) {
    return Tree.of("apiVersion", object.apiVersion())
        .put("kind", object.kind())
        .putUnlessEmpty("namespace", object.namespace())
        .put("name", object.name())
        .members();
  }

  private static Tree properties(Result result) {
    ReportedPolicy policy = result.check().policy();
    Tree tree = Tree.of("state", result.state().wireName());
    for (ReferenceKind kind : ReferenceKind.values()) {
      String texts = policy.references(kind).map(Reference::text).collect(Collectors.joining(", "));
      tree.putUnlessEmpty(kind.plural(), texts);
    }
    tree.put("severity", result.check().severity().wireName());
    tree.putUnlessEmpty("remediation", result.check().remediation());
    result.waiver().ifPresent(waiver -> exemption(tree, waiver));
    return tree;
  }

  private static void exemption(Tree tree, Waiver waiver) {
    tree.put("exemption", waiver.id()).put("exemptionOwner", waiver.owner());
    waiver.until().ifPresent(until -> tree.put("exemptionUntil", until.toString()));
  }
}
