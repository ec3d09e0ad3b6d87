package io.openclustermanagement.cli.diff;

import io.openclustermanagement.cli.output.DiagnosticJson;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.governance.configuration.ObjectAction;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.FleetDiff;
import io.openclustermanagement.governance.propagation.FleetDiff.ObjectChange;
import io.openclustermanagement.governance.propagation.FleetDiff.PlacementChange;
import io.openclustermanagement.governance.propagation.FleetDiff.VerdictChange;
import io.openclustermanagement.governance.propagation.HubName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What changes as JSON; members are only ever added. */
public final class DiffJson {
  private DiffJson() {}

  /** The whole document. */
  public static Map<String, Object> document(
      Instant now, FleetDiff diff, List<Diagnostic> diagnostics) {
    return Json.object()
        .put("version", "1")
        .put("now", now.toString())
        .put("placements", diff.placements().stream().map(DiffJson::placement).toList())
        .put("verdicts", diff.verdicts().stream().map(DiffJson::verdict).toList())
        .put("objects", diff.objects().stream().map(DiffJson::object).toList())
        .put("undecided", diff.undecided())
        .put("diagnostics", DiagnosticJson.list(diagnostics))
        .build();
  }

  private static Json.Members named(HubName name) {
    return Json.object().put("namespace", name.namespace()).put("name", name.name());
  }

  private static Map<String, Object> placement(PlacementChange change) {
    return named(change.placement())
        .put("gained", change.gained())
        .put("lost", change.lost())
        .build();
  }

  private static Map<String, Object> verdict(VerdictChange change) {
    return named(change.policy())
        .put("cluster", change.cluster())
        .put("before", change.before().map(VerdictState::wireName).orElse(null))
        .put("after", change.after().map(VerdictState::wireName).orElse(null))
        .put("messages", change.messages())
        .build();
  }

  private static Map<String, Object> object(ObjectChange change) {
    ObjectResult object = change.object();
    boolean patch = change.action() == ObjectAction.PATCH;
    String diff = patch ? object.diff() : "";
    return Json.object()
        .put("cluster", change.cluster())
        .put("action", change.action().wireName())
        .put("apiVersion", object.apiVersion())
        .put("kind", object.kind())
        .put("namespace", object.namespace())
        .put("name", object.name())
        .put("policy", named(change.policy()).build())
        .put("diff", diff.isEmpty() ? null : diff)
        .put("desired", object.desired().map(each -> each.toTree()).orElse(null))
        .build();
  }
}
