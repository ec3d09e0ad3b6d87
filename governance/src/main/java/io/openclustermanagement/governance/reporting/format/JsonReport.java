package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.governance.reporting.CatalogueEntry;
import io.openclustermanagement.governance.reporting.Check;
import io.openclustermanagement.governance.reporting.Dimension;
import io.openclustermanagement.governance.reporting.Reference;
import io.openclustermanagement.governance.reporting.ReferenceKind;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedObject;
import io.openclustermanagement.governance.reporting.ReportedPolicy;
import io.openclustermanagement.governance.reporting.Result;
import io.openclustermanagement.governance.reporting.RollUp;
import io.openclustermanagement.governance.reporting.SourceLocation;
import io.openclustermanagement.governance.reporting.StateCounts;
import io.openclustermanagement.governance.reporting.Waiver;
import java.util.Map;

/** A report as JSON; members are only ever added. */
final class JsonReport {
  private JsonReport() {}

  static String write(Report report) {
    Tree rollUps = new Tree();
    for (Dimension dimension : Dimension.values()) {
      rollUps.put(
          dimension.wireName(),
          RollUp.by(dimension, report).stream().map(JsonReport::rollUp).toList());
    }
    return JsonWriter.write(
        Tree.of("version", "1")
            .put("now", report.time().toString())
            .put("summary", summary(report))
            .put("rollUps", rollUps)
            .put("policies", report.policies().stream().map(JsonReport::policy).toList())
            .put("results", report.results().stream().map(JsonReport::result).toList())
            .put("exemptions", report.waivers().stream().map(each -> waiver(each, report)).toList())
            .put("unmapped", report.unmapped())
            .members());
  }

  private static Tree summary(Report report) {
    return Tree.of("results", counts(report.counts()))
        .put("policies", report.policies().size())
        .put("clusters", report.clusters().size());
  }

  private static Tree counts(StateCounts counts) {
    Tree tree = Tree.of("total", counts.total());
    for (ReportState state : ReportState.values()) {
      tree.put(state.wireName(), counts.get(state));
    }
    return tree;
  }

  private static Map<String, Object> rollUp(RollUp rollUp) {
    return Tree.of("key", rollUp.key())
        .putUnlessEmpty("title", rollUp.title())
        .put("state", rollUp.counts().stateName())
        .put("results", counts(rollUp.counts()))
        .put("clusters", counts(rollUp.clusters()))
        .put("policies", rollUp.policies())
        .members();
  }

  private static Map<String, Object> policy(ReportedPolicy policy) {
    Tree tree =
        Tree.of("namespace", policy.namespace())
            .put("name", policy.name())
            .putUnlessEmpty("title", policy.title())
            .putUnlessEmpty("description", policy.description())
            .putUnlessEmpty("owner", policy.owner())
            .put("disabled", policy.disabled())
            .put("sets", policy.sets());
    for (ReferenceKind kind : ReferenceKind.values()) {
      tree.put(kind.plural(), policy.references(kind).map(JsonReport::reference).toList());
    }
    policy.source().ifPresent(source -> tree.put("source", source(source)));
    return tree.members();
  }

  private static Map<String, Object> reference(Reference reference) {
    Tree tree = Tree.of("text", reference.text());
    reference.entry().ifPresent(entry -> tree.put("entry", entry(entry)));
    return tree.members();
  }

  private static Tree entry(CatalogueEntry entry) {
    return Tree.of("kind", entry.kind().wireName())
        .put("standard", entry.standard())
        .put("id", entry.id())
        .putUnlessEmpty("title", entry.title());
  }

  private static Tree source(SourceLocation source) {
    return Tree.of("file", source.file()).put("line", source.line()).put("column", source.column());
  }

  private static Map<String, Object> result(Result result) {
    Check check = result.check();
    Tree tree =
        Tree.of("policy", check.policy().id())
            .put("template", check.template())
            .put("templateIndex", check.index())
            .put("kind", check.kind())
            .put("cluster", check.cluster())
            .put("state", result.state().wireName())
            .put("severity", check.severity().wireName())
            .put("remediation", remediation(check))
            .put("message", check.message());
    result.object().ifPresent(object -> tree.put("object", object(object)));
    check.since().ifPresent(since -> tree.put("since", since.toString()));
    result.waiver().ifPresent(waiver -> tree.put("exemption", waiver.id()));
    return tree.members();
  }

  private static Tree remediation(Check check) {
    return Tree.of("effective", check.remediation()).put("from", check.remediationFrom());
  }

  private static Tree object(ReportedObject object) {
    return Tree.of("apiVersion", object.apiVersion())
        .put("kind", object.kind())
        .put("namespace", object.namespace())
        .put("name", object.name())
        .putUnlessEmpty("reason", object.reason())
        .putUnlessEmpty("diff", object.diff())
        .putUnlessEmpty("explanation", object.explanation());
  }

  private static Map<String, Object> waiver(Waiver waiver, Report report) {
    Tree tree =
        Tree.of("id", waiver.id())
            .put("owner", waiver.owner())
            .putUnlessEmpty("ticket", waiver.ticket())
            .put("because", waiver.because());
    waiver.until().ifPresent(until -> tree.put("until", until.toString()));
    waiver.daysLeft(report.day()).ifPresent(days -> tree.put("daysLeft", days));
    return tree.members();
  }
}
