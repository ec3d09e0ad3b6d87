package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.cli.output.DiagnosticJson;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.placement.ClusterScore;
import io.openclustermanagement.placement.Decision;
import io.openclustermanagement.placement.Rejection;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The result of a dry run as JSON; members are only ever added. */
public final class SimulationJson {
  private SimulationJson() {}

  /** The whole document. */
  public static Map<String, Object> document(Simulation simulation) {
    return Json.object()
        .put("version", "1")
        .put("now", simulation.now().toString())
        .put("placements", simulation.placements().stream().map(SimulationJson::placement).toList())
        .put(
            "policies",
            simulation.policies().stream()
                .map(each -> new PolicyJson(simulation).policy(each))
                .toList())
        .putUnlessEmpty(
            "policySets", simulation.policySets().stream().map(PolicyJson::set).toList())
        .putUnlessEmpty(
            "exemptions",
            simulation.exemptions().results().stream().map(ExemptionJson::result).toList())
        .putUnlessEmpty(
            "fleetRules", simulation.fleetRules().stream().map(FleetRuleJson::rule).toList())
        .putUnlessEmpty("unknownClusters", simulation.unknownClusters())
        .put("diagnostics", DiagnosticJson.list(simulation.diagnostics()))
        .build();
  }

  private static Map<String, Object> placement(SimulatedPlacement placement) {
    var result = placement.result();
    return Json.object()
        .put("namespace", placement.namespace())
        .put("name", placement.name())
        .put("conditions", result.conditions().stream().map(SimulationJson::condition).toList())
        .put("decisions", result.decisions().stream().map(SimulationJson::decision).toList())
        .put(
            "placementDecisions",
            result.placementDecisions().stream().map(SimulationJson::placementDecision).toList())
        .put("scores", result.scores().stream().map(SimulationJson::score).toList())
        .put(
            "rejections",
            result.rejections().stream().map(each -> rejection(placement, each)).toList())
        .put("requeueAfterSeconds", seconds(result.requeueAfter()))
        .build();
  }

  private static Map<String, Object> condition(Condition condition) {
    return Json.object()
        .put("type", condition.type())
        .put("status", condition.status().wireName())
        .put("reason", condition.reason())
        .put("message", condition.message())
        .build();
  }

  private static Map<String, Object> decision(Decision decision) {
    return Json.object()
        .put("cluster", decision.cluster())
        .put("score", decision.score())
        .put("group", group(decision.group()))
        .build();
  }

  private static @Nullable Map<String, Object> group(Decision.@Nullable Group group) {
    return group == null
        ? null
        : Json.object().put("index", group.index()).put("name", group.name()).build();
  }

  private static Map<String, Object> placementDecision(PlacementDecision decision) {
    return Json.object()
        .put("name", decision.metadata().name())
        .put("labels", new TreeMap<>(decision.metadata().labels()))
        .put("clusters", decision.decisions().stream().map(ClusterDecision::clusterName).toList())
        .build();
  }

  private static Map<String, Object> score(ClusterScore score) {
    return Json.object()
        .put("cluster", score.cluster())
        .put("total", score.total())
        .put("prioritizers", new TreeMap<>(score.prioritizers()))
        .build();
  }

  private static Map<String, Object> rejection(SimulatedPlacement placement, Rejection rejection) {
    return Json.object()
        .put("cluster", rejection.cluster())
        .put("stage", rejection.stage().wireName())
        .put("term", rejection.term())
        .put("wanted", rejection.wanted())
        .put("found", rejection.found())
        .put("message", rejection.message())
        .put("source", placement.source(rejection).map(SimulationJson::place).orElse(null))
        .build();
  }

  private static Map<String, Object> place(SourceSpan span) {
    return Json.object()
        .put("file", span.file().name())
        .put("line", span.line())
        .put("column", span.column())
        .build();
  }

  /** Part of a second counts as one, so that who waits that long does not come too early. */
  private static @Nullable Long seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.plusNanos(999_999_999).toSeconds();
  }
}
