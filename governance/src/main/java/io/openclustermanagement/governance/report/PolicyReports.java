package io.openclustermanagement.governance.report;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.JsonItems;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The results in the policy reports of a cluster: those of the working group ({@code
 * wgpolicyk8s.io}), which Kyverno writes by default, and those of its successors, which it writes
 * with {@code --openreportsEnabled}.
 */
public final class PolicyReports {
  private static final Set<String> GROUPS =
      Set.of("wgpolicyk8s.io", "openreports.io", "reports.x-k8s.io");
  private static final Set<String> KINDS =
      Set.of("PolicyReport", "ClusterPolicyReport", "Report", "ClusterReport");

  private PolicyReports() {}

  /** Whether objects of this kind are policy reports. */
  static boolean isReport(String apiVersion, String kind) {
    return KINDS.contains(kind)
        && GROUPS.contains(apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/'))));
  }

  /** All results on a cluster. */
  public static List<ReportResult> results(Inventory inventory) {
    return inventory
        .objects()
        .flatMap(object -> GenericObject.of(object).stream())
        .filter(object -> isReport(object.apiVersion(), object.kind()))
        .flatMap(object -> results(object.content()))
        .toList();
  }

  private static Stream<ReportResult> results(JsonObject report) {
    return JsonItems.objects(report, "results").stream()
        .map(
            result ->
                new ReportResult(
                    result.text("policy").orElse(""),
                    result.text("result").orElse(""),
                    result.text("message").or(() -> result.text("description")).orElse(""),
                    object(result, report.object("scope"))));
  }

  private static String object(JsonObject result, JsonObject scope) {
    JsonObject reference =
        JsonItems.objects(result, "resources").stream().findFirst().orElse(scope);
    String namespace = reference.text("namespace").map(name -> name + "/").orElse("");
    return (reference.text("kind").orElse("") + " " + namespace + reference.text("name").orElse(""))
        .strip();
  }
}
