package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.api.policy.Severity;
import io.openclustermanagement.api.rules.FleetRuleState;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.governance.fleetrule.FleetRuleResult;
import java.util.Map;
import java.util.Optional;

/** Rules over the fleet as JSON; members are only ever added. */
final class FleetRuleJson {
  private FleetRuleJson() {}

  static Map<String, Object> rule(FleetRuleResult result) {
    var rule = result.rule();
    return Json.object()
        .put("namespace", rule.metadata().namespace())
        .put("name", rule.metadata().name())
        .put(
            "severity",
            Optional.ofNullable(rule.spec().severity()).map(Severity::wireName).orElse(null))
        .put("holds", result.state().map(FleetRuleState::wireName).orElse(null))
        .put(
            "broken",
            result.broken().stream()
                .map(
                    each ->
                        Json.object().put("key", each.key()).put("message", each.message()).build())
                .toList())
        .put(
            "undecided",
            result.undecided().stream()
                .map(
                    each ->
                        Json.object()
                            .put("key", each.key())
                            .put("clusters", each.clusters())
                            .build())
                .toList())
        .put("exact", result.exact() ? null : false)
        .putUnlessEmpty("problems", result.problems())
        .build();
  }
}
