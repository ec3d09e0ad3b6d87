package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.governance.reporting.Check;
import io.openclustermanagement.governance.reporting.Reference;
import io.openclustermanagement.governance.reporting.ReferenceKind;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportedObject;
import io.openclustermanagement.governance.reporting.ReportedPolicy;
import io.openclustermanagement.governance.reporting.Result;
import io.openclustermanagement.governance.reporting.SourceLocation;
import io.openclustermanagement.governance.reporting.Waiver;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A line for each result (RFC 4180). The first columns have the names of the compliance report that
 * the governance-policy-propagator served until 2024 ({@code GET
 * /api/v1/reports/compliance-events}), so that what read it goes on working.
 */
final class CsvReport {

  /** What a formula begins with, also in the wide letters that East Asian input gives. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private record Column(String name, Function<Result, String> value) {}

  private CsvReport() {}

  static String write(Report report) {
    List<Column> columns = columns(report);
    StringBuilder text = new StringBuilder();
    line(text, columns.stream().map(Column::name).toList());
    report
        .results()
        .forEach(
            result ->
                line(text, columns.stream().map(each -> each.value().apply(result)).toList()));
    return text.toString();
  }

  private static List<Column> columns(Report report) {
    return List.of(
        new Column("compliance_events_compliance", each -> each.state().wireName()),
        check("compliance_events_message", Check::message),
        new Column("compliance_events_reported_by", _ -> "ocm"),
        new Column("compliance_events_timestamp", _ -> report.time().toString()),
        check("clusters_name", Check::cluster),
        policy("parent_policies_name", ReportedPolicy::name),
        policy("parent_policies_namespace", ReportedPolicy::namespace),
        policy("parent_policies_categories", each -> texts(each, ReferenceKind.CATEGORY)),
        policy("parent_policies_controls", each -> texts(each, ReferenceKind.CONTROL)),
        policy("parent_policies_standards", each -> texts(each, ReferenceKind.STANDARD)),
        check("policies_kind", Check::kind),
        check("policies_name", Check::template),
        check("policies_severity", each -> each.severity().wireName()),
        check("remediation", Check::remediation),
        check("remediation_from", Check::remediationFrom),
        check("since", each -> each.since().map(Object::toString).orElse("")),
        policy("owner", ReportedPolicy::owner),
        object("object_api_version", ReportedObject::apiVersion),
        object("object_kind", ReportedObject::kind),
        object("object_namespace", ReportedObject::namespace),
        object("object_name", ReportedObject::name),
        object("object_reason", ReportedObject::reason),
        waiver("exemption", Waiver::id),
        waiver("exemption_owner", Waiver::owner),
        waiver("exemption_until", each -> each.until().map(Object::toString).orElse("")),
        policy("source", each -> each.source().map(SourceLocation::toString).orElse("")));
  }

  private static Column check(String name, Function<Check, String> value) {
    return new Column(name, result -> value.apply(result.check()));
  }

  private static Column policy(String name, Function<ReportedPolicy, String> value) {
    return check(name, each -> value.apply(each.policy()));
  }

  private static Column object(String name, Function<ReportedObject, String> value) {
    return new Column(name, result -> result.object().map(value).orElse(""));
  }

  private static Column waiver(String name, Function<Waiver, String> value) {
    return new Column(name, result -> result.waiver().map(value).orElse(""));
  }

  private static String texts(ReportedPolicy policy, ReferenceKind kind) {
    return policy.references(kind).map(Reference::text).collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(cells.stream().map(CsvReport::cell).collect(Collectors.joining(",")));
    text.append("\r\n");
  }

  /**
   * A cell in quotes where it needs them. What a spreadsheet would take for a formula gets an
   * apostrophe in front (OWASP, CSV Injection).
   */
  static String cell(String value) {
    String plain = value.replace("\0", "");
    String safe = isFormula(plain) ? "'" + plain : plain;
    boolean quoted =
        safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  private static boolean isFormula(String value) {
    String shown = value.stripLeading();
    return !value.isEmpty()
        && (value.charAt(0) == '\t'
            || value.charAt(0) == '\r'
            || (!shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0));
  }
}
