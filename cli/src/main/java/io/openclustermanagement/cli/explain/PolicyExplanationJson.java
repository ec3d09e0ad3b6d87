package io.openclustermanagement.cli.explain;

import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.governance.compare.Difference;
import io.openclustermanagement.governance.compare.Edit;
import io.openclustermanagement.governance.compare.NearestChange;
import io.openclustermanagement.governance.compare.Pairing;
import io.openclustermanagement.governance.configuration.ObjectExplanation;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.configuration.PolicyExplanation;
import io.openclustermanagement.governance.configuration.Remedy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a cluster stands with a policy as it does, as JSON. */
public final class PolicyExplanationJson {
  private PolicyExplanationJson() {}

  /** The whole document. */
  public static Map<String, Object> document(
      String policy, String cluster, List<ExplainedTemplate> templates) {
    return Json.object()
        .put("version", "1")
        .put("policy", policy)
        .put("cluster", cluster)
        .put("compliant", ExplainedTemplate.worst(templates).wireName())
        .put("templates", templates.stream().map(PolicyExplanationJson::template).toList())
        .build();
  }

  private static Map<String, Object> template(ExplainedTemplate template) {
    return Json.object()
        .put("name", template.verdict().name())
        .put("kind", template.verdict().kind())
        .put("compliant", template.verdict().state().wireName())
        .put("message", template.verdict().message())
        .put("history", template.verdict().history())
        .put(
            "objects",
            template.explanation().map(PolicyExplanation::objects).orElse(List.of()).stream()
                .map(PolicyExplanationJson::object)
                .toList())
        .build();
  }

  private static Map<String, Object> object(ObjectExplanation object) {
    ObjectResult result = object.result();
    return Json.object()
        .put("objectTemplate", object.template())
        .put("complianceType", object.complianceType())
        .put("apiVersion", result.apiVersion())
        .put("kind", result.kind())
        .put("namespace", result.namespace())
        .put("name", result.name())
        .put("compliant", result.compliant() ? "Compliant" : "NonCompliant")
        .put("reason", result.reason())
        .put("matchesAfterDryRun", result.matchesAfterDryRun())
        .put("mayMatchAfterDefaulting", result.mayMatchAfterDefaulting())
        .put("findings", result.differences().stream().map(PolicyExplanationJson::finding).toList())
        .put("pairings", object.pairings().stream().map(PolicyExplanationJson::pairing).toList())
        .put("nearestChange", remedy(object.remedy()))
        .build();
  }

  private static Map<String, Object> finding(Difference difference) {
    return Json.object()
        .put("path", difference.path())
        .put("rule", difference.rule().wireName())
        .put("wanted", tree(difference.wanted()))
        .put("found", tree(difference.found()))
        .build();
  }

  private static Map<String, Object> pairing(Pairing pairing) {
    return Json.object()
        .put("path", pairing.path())
        .put("wanted", pairing.wanted())
        .put("existing", pairing.existing())
        .put("by", pairing.by().name().toLowerCase(Locale.ROOT))
        .build();
  }

  private static @Nullable Map<String, Object> remedy(Remedy remedy) {
    return switch (remedy) {
      case Remedy.Nothing _ -> null;
      case Remedy.Delete _ -> Json.object().put("operation", "delete").build();
      case Remedy.Unknown(String reason) ->
          Json.object().put("operation", "unknown").put("reason", reason).build();
      case Remedy.Create(var object) ->
          Json.object()
              .put("operation", "create")
              .put("object", object.map(each -> each.toTree()).orElse(null))
              .build();
      case Remedy.Change(String name, NearestChange change) ->
          Json.object()
              .put("operation", "change")
              .put("name", name)
              .put("values", change.size())
              .put("edits", change.edits().stream().map(PolicyExplanationJson::edit).toList())
              .build();
    };
  }

  private static Map<String, Object> edit(Edit edit) {
    return Json.object()
        .put("operation", edit.operation().wireName())
        .put("path", edit.path())
        .put("value", tree(edit.value()))
        .put("found", tree(edit.found()))
        .build();
  }

  private static @Nullable Object tree(@Nullable JsonValue value) {
    return value == null ? null : value.toTree();
  }
}
