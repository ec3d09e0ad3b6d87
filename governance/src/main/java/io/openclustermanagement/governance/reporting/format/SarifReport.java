package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.governance.reporting.Check;
import io.openclustermanagement.governance.reporting.Reference;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedPolicy;
import io.openclustermanagement.governance.reporting.ReportedSeverity;
import io.openclustermanagement.governance.reporting.Result;
import io.openclustermanagement.governance.reporting.SourceLocation;
import io.openclustermanagement.governance.reporting.Waiver;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SARIF 2.1.0 (OASIS): a rule for each template of a policy, a result for each result. What is
 * exempted is a failure with a suppression, which says why and whom to ask.
 */
final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifReport() {}

  static String write(Report report) {
    Map<String, Check> rules = new LinkedHashMap<>();
    report.results().forEach(each -> rules.putIfAbsent(ruleId(each.check()), each.check()));
    Tree driver =
        Tree.of("name", "ocm")
            .put("informationUri", "https://open-cluster-management.io")
            .put(
                "rules",
                rules.entrySet().stream()
                    .map(each -> rule(each.getKey(), each.getValue()))
                    .toList());
    Tree run =
        Tree.of("tool", Tree.of("driver", driver))
            .put(
                "invocations",
                List.of(
                    Tree.of("executionSuccessful", true)
                        .put("endTimeUtc", report.time().toString())
                        .members()))
            .put("columnKind", "utf16CodeUnits")
            .put("results", report.results().stream().map(SarifReport::result).toList());
    return JsonWriter.write(
        Tree.of("$schema", SCHEMA)
            .put("version", "2.1.0")
            .put("runs", List.of(run.members()))
            .members());
  }

  private static String ruleId(Check check) {
    return check.policy().id() + "/" + check.template();
  }

  private static Map<String, Object> rule(String id, Check check) {
    ReportedPolicy policy = check.policy();
    return Tree.of("id", id)
        .put("shortDescription", Tree.of("text", policy.label()))
        .put("properties", Tree.of("tags", tags(policy)))
        .members();
  }

  private static List<String> tags(ReportedPolicy policy) {
    return policy.references().stream().map(Reference::key).distinct().sorted().toList();
  }

  private static Map<String, Object> result(Result result) {
    Check check = result.check();
    boolean fails =
        result.state() == ReportState.NON_COMPLIANT || result.state() == ReportState.EXEMPTED;
    Tree tree =
        Tree.of("ruleId", ruleId(check))
            .put("kind", kind(result.state()))
            .put("level", fails ? level(check.severity()) : "none")
            .put("message", Tree.of("text", message(result)))
            .put("locations", List.of(location(result)))
            .put("partialFingerprints", Tree.of("ocm/v1", Hashes.fingerprint(result.id())));
    if (result.state() == ReportState.EXEMPTED) {
      tree.put(
          "suppressions",
          List.of(
              Tree.of("kind", "external")
                  .put("status", "accepted")
                  .put("justification", result.waiver().map(SarifReport::justification).orElse(""))
                  .members()));
    }
    return tree.put(
            "properties",
            Tree.of("state", result.state().wireName())
                .put("cluster", check.cluster())
                .put("severity", check.severity().wireName()))
        .members();
  }

  private static String kind(ReportState state) {
    return switch (state) {
      case NON_COMPLIANT, EXEMPTED -> "fail";
      case ERROR -> "review";
      case PENDING, UNKNOWN -> "open";
      case SKIPPED -> "notApplicable";
      case COMPLIANT -> "pass";
    };
  }

  private static String level(ReportedSeverity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM, UNSPECIFIED -> "warning";
      case LOW -> "note";
    };
  }

  private static String message(Result result) {
    String message = result.check().message();
    return "%s: %s"
        .formatted(
            result.check().cluster(), message.isEmpty() ? result.state().wireName() : message);
  }

  private static String justification(Waiver waiver) {
    return "%s (%s, %s%s)"
        .formatted(
            waiver.because(),
            waiver.id(),
            waiver.owner(),
            waiver.until().map(until -> ", until " + until).orElse(""));
  }

  private static Map<String, Object> location(Result result) {
    Check check = result.check();
    String name = check.cluster() + result.object().map(object -> "/" + object.label()).orElse("");
    Tree tree =
        Tree.of(
            "logicalLocations",
            List.of(Tree.of("fullyQualifiedName", name).put("kind", "resource").members()));
    check
        .policy()
        .source()
        .ifPresent(source -> tree.put("physicalLocation", physicalLocation(source)));
    return tree.members();
  }

  private static Tree physicalLocation(SourceLocation source) {
    return Tree.of("artifactLocation", Tree.of("uri", uri(source.file())))
        .put("region", Tree.of("startLine", source.line()).put("startColumn", source.column()));
  }

  /** A path as a reference that is relative to the root of the project. */
  private static String uri(String file) {
    try {
      String text = new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
      return text.indexOf(':') < 0 ? text : "./" + text;
    } catch (URISyntaxException _) {
      return "source"; // a name that no reference can hold
    }
  }
}
