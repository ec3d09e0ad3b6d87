package io.openclustermanagement.cli.evaluate;

import io.openclustermanagement.cli.output.DiagnosticJson;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.governance.compare.Difference;
import io.openclustermanagement.governance.compare.GoText;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.policy.PolicyVerdict;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import java.util.List;
import java.util.Map;

/** Verdicts on one cluster as JSON; members are only ever added. */
public final class EvaluationJson {
  private EvaluationJson() {}

  /** The whole document. */
  public static Map<String, Object> document(
      String cluster, List<PolicyVerdict> policies, List<Diagnostic> diagnostics) {
    return Json.object()
        .put("version", "1")
        .put("cluster", cluster)
        .put("policies", policies.stream().map(EvaluationJson::policy).toList())
        .put("diagnostics", DiagnosticJson.list(diagnostics))
        .build();
  }

  private static Map<String, Object> policy(PolicyVerdict policy) {
    return Json.object()
        .put("kind", policy.kind())
        .put("namespace", policy.namespace())
        .put("name", policy.name())
        .put("compliant", policy.state().wireName())
        .put("disabled", policy.disabled() ? true : null)
        .put("templates", policy.templates().stream().map(EvaluationJson::template).toList())
        .build();
  }

  /** One template with its objects; members can be added. */
  public static Map<String, Object> template(TemplateVerdict template) {
    return Json.object()
        .put("name", template.name())
        .put("kind", template.kind())
        .put("compliant", template.state().wireName())
        .put("message", template.message())
        .putUnlessEmpty("history", template.history().size() > 1 ? template.history() : List.of())
        .putUnlessEmpty(
            "prunedWithPolicy", template.pruned().stream().map(EvaluationText::name).toList())
        .put("relatedObjects", template.objects().stream().map(EvaluationJson::object).toList())
        .put(
            "findings",
            template.objects().stream()
                .flatMap(each -> each.differences().stream().map(one -> finding(each, one)))
                .toList())
        .build();
  }

  private static Map<String, Object> object(ObjectResult object) {
    return Json.object()
        .put("apiVersion", object.apiVersion())
        .put("kind", object.kind())
        .put("namespace", object.namespace())
        .put("name", object.name())
        .put("compliant", object.compliant() ? "Compliant" : "NonCompliant")
        .put("reason", object.reason())
        .put("diff", object.diff().isEmpty() ? null : object.diff())
        .put("matchesAfterDryRun", object.matchesAfterDryRun())
        .put("mayMatchAfterDefaulting", object.mayMatchAfterDefaulting())
        .put("desired", object.desired().map(each -> each.toTree()).orElse(null))
        .build();
  }

  private static Map<String, Object> finding(ObjectResult object, Difference difference) {
    return Json.object()
        .put("object", EvaluationText.name(object))
        .put("path", difference.path())
        .put("rule", difference.rule().wireName())
        .put("wanted", difference.wanted() == null ? null : GoText.of(difference.wanted()))
        .put("found", difference.found() == null ? null : GoText.of(difference.found()))
        .build();
  }
}
