package io.openclustermanagement.governance.report;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.JsonItems;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.TemplateEvaluator;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges policies of Kyverno by the policy reports of a cluster, and ConfigurationPolicies that ask
 * for reports without failures ({@code inform-kyverno-NAME} of the policy generator). A policy that
 * no report mentions is unknown: nobody has looked, or the reports are of a group that was not
 * asked for.
 */
public final class KyvernoTemplates implements TemplateEvaluator {
  private static final int MAX_RESULTS = 20;

  private final TemplateEvaluator configurationPolicies;

  /**
   * An evaluator for the kinds of Kyverno and for ConfigurationPolicies.
   *
   * @param configurationPolicies judges those that are not about reports, and finds upstream's
   *     words for those that are
   */
  public KyvernoTemplates(TemplateEvaluator configurationPolicies) {
    this.configurationPolicies = configurationPolicies;
  }

  @Override
  public boolean judges(String apiVersion, String kind) {
    return isKyverno(apiVersion, kind) || configurationPolicies.judges(apiVersion, kind);
  }

  private static boolean isKyverno(String apiVersion, String kind) {
    return (apiVersion.startsWith("kyverno.io/") || apiVersion.startsWith("policies.kyverno.io/"))
        && kind.endsWith("Policy");
  }

  @Override
  public TemplateVerdict evaluate(JsonObject template, ClusterState cluster) {
    return isKyverno(template.text("apiVersion").orElse(""), template.text("kind").orElse(""))
        ? byReports(template, cluster)
        : configurationPolicy(template, cluster);
  }

  private static TemplateVerdict byReports(JsonObject template, ClusterState cluster) {
    JsonObject metadata = template.object("metadata");
    String name = metadata.text("name").orElse("");
    Set<String> names =
        Set.copyOf(
            List.of(name, metadata.text("namespace").map(each -> each + "/" + name).orElse(name)));
    List<ReportResult> results = results(names, cluster);
    if (hasOutcome(results, "fail")) {
      return TemplateVerdict.of(
          template, VerdictState.NON_COMPLIANT, "NonCompliant; " + texts(results, "fail"));
    }
    if (hasOutcome(results, "error")) {
      return TemplateVerdict.of(template, VerdictState.ERROR, texts(results, "error"));
    }
    long passed = results.stream().filter(each -> !each.outcome().equals("skip")).count();
    return passed == 0
        ? TemplateVerdict.of(template, VerdictState.UNKNOWN, "No policy report has a result of it.")
        : TemplateVerdict.of(
            template,
            VerdictState.COMPLIANT,
            "Compliant; no failure in %d %s of policy reports"
                .formatted(passed, passed == 1 ? "result" : "results"));
  }

  /** What upstream says, unless there is no report that could say something else. */
  private TemplateVerdict configurationPolicy(JsonObject template, ClusterState cluster) {
    TemplateVerdict verdict = configurationPolicies.evaluate(template, cluster);
    Set<String> policies = askedFor(template);
    if (policies.isEmpty() || verdict.state() != VerdictState.COMPLIANT) {
      return verdict;
    }
    List<ReportResult> results = results(policies, cluster);
    if (hasOutcome(results, "fail")) {
      String failures = "reports of another group have failures: " + texts(results, "fail");
      return withWarning(verdict, VerdictState.NON_COMPLIANT, failures);
    }
    return results.isEmpty()
        ? withWarning(
            verdict,
            VerdictState.UNKNOWN,
            "no policy report mentions %s, so nothing is known of it"
                .formatted(String.join(", ", policies)))
        : verdict;
  }

  private static TemplateVerdict withWarning(
      TemplateVerdict verdict, VerdictState state, String warning) {
    return new TemplateVerdict(
        verdict.name(),
        verdict.kind(),
        state,
        verdict.message() + "; warning - " + warning,
        verdict.objects());
  }

  /** The policies of which failures must not be in reports, if the template asks nothing else. */
  private static Set<String> askedFor(JsonObject template) {
    List<JsonObject> templates = JsonItems.objects(template.object("spec"), "object-templates");
    return templates.stream().allMatch(KyvernoTemplates::forbidsReport)
        ? templates.stream()
            .flatMap(each -> JsonItems.objects(each.object("objectDefinition"), "results").stream())
            .flatMap(result -> result.text("policy").stream())
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  private static boolean forbidsReport(JsonObject objectTemplate) {
    JsonObject definition = objectTemplate.object("objectDefinition");
    return objectTemplate.text("complianceType").filter("mustnothave"::equalsIgnoreCase).isPresent()
        && PolicyReports.isReport(
            definition.text("apiVersion").orElse(""), definition.text("kind").orElse(""));
  }

  private static List<ReportResult> results(Set<String> policies, ClusterState cluster) {
    return PolicyReports.results(cluster.inventory()).stream()
        .filter(each -> policies.contains(each.policy()))
        .toList();
  }

  private static boolean hasOutcome(List<ReportResult> results, String outcome) {
    return results.stream().anyMatch(each -> each.outcome().equals(outcome));
  }

  private static String texts(List<ReportResult> results, String outcome) {
    return results.stream()
        .filter(each -> each.outcome().equals(outcome))
        .map(ReportResult::text)
        .distinct()
        .limit(MAX_RESULTS)
        .collect(Collectors.joining("; "));
  }
}
