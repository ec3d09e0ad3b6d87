package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.governance.reasoning.ExemptionResult;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import java.util.Map;

/** Exemptions and what they cover, as JSON; members are only ever added. */
final class ExemptionJson {
  private ExemptionJson() {}

  static Map<String, Object> exemption(Exemption exemption) {
    return members(exemption).build();
  }

  private static Json.Members members(Exemption exemption) {
    return Json.object()
        .put("namespace", exemption.metadata().namespace())
        .put("name", exemption.metadata().name())
        .put("owner", exemption.spec().owner())
        .put("ticket", exemption.spec().ticket())
        .put("until", exemption.spec().until())
        .put("because", exemption.spec().because());
  }

  static Map<String, Object> result(ExemptionResult result) {
    return members(result.exemption())
        .put("state", result.state().wireName())
        .put("days", result.state() == ExemptionResult.State.INVALID ? null : result.days())
        .put("findings", result.findings().stream().map(ExemptionJson::finding).toList())
        .put("problem", result.problem().orElse(null))
        .build();
  }

  private static Map<String, Object> finding(Finding finding) {
    return Json.object()
        .put("policy", finding.site().policy())
        .put("cluster", finding.site().cluster())
        .put("template", finding.template())
        .put("compliant", finding.state().wireName())
        .build();
  }
}
