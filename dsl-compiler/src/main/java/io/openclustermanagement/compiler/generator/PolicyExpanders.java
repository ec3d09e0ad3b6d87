package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * The templates that report what Gatekeeper and Kyverno found ({@code internal/expanders}): without
 * them a policy that only carries a constraint says nothing about violations.
 */
final class PolicyExpanders {
  private static final String CONSTRAINT = "constraints.gatekeeper.sh/v1beta1";
  private static final String KYVERNO = "kyverno.io/v1";
  private static final String REPORT = "wgpolicyk8s.io/v1alpha2";
  private static final List<String> KYVERNO_KINDS = List.of("ClusterPolicy", "Policy");

  private PolicyExpanders() {}

  /** The templates for the Gatekeeper constraints among some manifests. */
  static List<JsonObject> gatekeeper(List<JsonObject> manifests, String severity) {
    List<JsonObject> templates = new ArrayList<>();
    for (JsonObject each : manifests) {
      String kind = each.text("kind").orElse("");
      String name = name(each);
      if (is(each, CONSTRAINT) && !kind.isEmpty() && !name.isEmpty()) {
        templates.add(
            template(
                "inform-gatekeeper-audit-" + name,
                severity,
                List.of(objectTemplate("musthave", withoutViolations(kind, name)))));
        templates.add(
            template(
                "inform-gatekeeper-admission-" + name,
                severity,
                List.of(objectTemplate("mustnothave", denial(kind, name)))));
      }
    }
    return templates;
  }

  /** The templates for the Kyverno policies among some manifests. */
  static List<JsonObject> kyverno(List<JsonObject> manifests, String severity) {
    List<JsonObject> templates = new ArrayList<>();
    for (JsonObject each : manifests) {
      String name = name(each);
      boolean known = KYVERNO_KINDS.contains(each.text("kind").orElse(""));
      if (is(each, KYVERNO) && known && !name.isEmpty()) {
        templates.add(
            template(
                "inform-kyverno-" + name,
                severity,
                KYVERNO_KINDS.stream()
                    .map(kind -> objectTemplate("mustnothave", failure(kind + "Report", name)))
                    .toList()));
      }
    }
    return templates;
  }

  private static boolean is(JsonObject manifest, String apiVersion) {
    return manifest.text("apiVersion").orElse("").equals(apiVersion);
  }

  private static String name(JsonObject manifest) {
    return manifest.object("metadata").text("name").orElse("");
  }

  private static JsonObject withoutViolations(String kind, String name) {
    return Json.object(
        "apiVersion",
        CONSTRAINT,
        "kind",
        kind,
        "metadata",
        Json.object("name", name),
        "status",
        Json.object("totalViolations", 0L));
  }

  private static JsonObject denial(String kind, String name) {
    return Json.object(
        "apiVersion",
        "v1",
        "kind",
        "Event",
        "annotations",
        Json.object(
            "constraint_action",
            "deny",
            "constraint_kind",
            kind,
            "constraint_name",
            name,
            "event_type",
            "violation"));
  }

  private static JsonObject failure(String kind, String policy) {
    return Json.object(
        "apiVersion",
        REPORT,
        "kind",
        kind,
        "results",
        List.of(Json.object("policy", policy, "result", "fail")));
  }

  private static JsonObject objectTemplate(String complianceType, JsonObject definition) {
    return JsonObject.EMPTY
        .with("complianceType", new JsonString(complianceType))
        .with("objectDefinition", definition);
  }

  private static JsonObject template(
      String name, String severity, List<JsonObject> objectTemplates) {
    JsonObject spec =
        Json.object(
                "namespaceSelector",
                Json.object("exclude", List.of("kube-*"), "include", List.of("*")),
                "remediationAction",
                "inform",
                "severity",
                severity)
            .with("object-templates", new JsonArray(List.copyOf(objectTemplates)));
    return JsonObject.EMPTY.with(
        "objectDefinition",
        Json.object(
                "apiVersion",
                ConfigurationPolicy.API_VERSION,
                "kind",
                ConfigurationPolicy.KIND,
                "metadata",
                Json.object("name", name))
            .with("spec", spec));
  }
}
