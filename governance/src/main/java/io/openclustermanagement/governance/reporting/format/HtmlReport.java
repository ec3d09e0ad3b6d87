package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.governance.reporting.Dimension;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedPolicy;
import io.openclustermanagement.governance.reporting.RollUp;
import io.openclustermanagement.governance.reporting.StateCounts;
import io.openclustermanagement.governance.reporting.Waiver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The report as one page that needs no network and no script to be read. What people ask first
 * comes first: what is broken, where, since when, who owns it, and what expires soon.
 */
final class HtmlReport {
  private static final int SOON = 30;

  private final Report report;
  private final Map<Dimension, List<RollUp>> rollUps = new EnumMap<>(Dimension.class);

  private HtmlReport(Report report) {
    this.report = report;
  }

  static String write(Report report) {
    return new HtmlReport(report).page();
  }

  private String page() {
    String script = resource("report.js");
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-%s'">
    <title>Compliance of the fleet, %s</title>
    <style>
    %s</style>
    </head>
    <body>
    %s<script>%s</script>
    </body>
    </html>
    """
        .formatted(
            Base64.getEncoder().encodeToString(Hashes.sha256(script)),
            report.time(),
            resource("report.css"),
            body(),
            script);
  }

  private String body() {
    return header()
        + "<main>\n"
        + TOOLS
        + Html.section(
            "broken",
            "What is broken",
            HtmlProblems.write(report, EnumSet.of(ReportState.NON_COMPLIANT, ReportState.ERROR)))
        + Html.section("expires", "What expires soon", expiring())
        + Html.section(
            "open",
            "What could not be judged",
            HtmlProblems.write(report, EnumSet.of(ReportState.PENDING, ReportState.UNKNOWN)))
        + Html.section("map", "Policies on clusters", HeatMap.write(report))
        + Html.section("controls", "Controls", rollUps(Dimension.CONTROL))
        + Html.section("policies", "Policies", rollUps(Dimension.POLICY))
        + Html.section("clusters", "Clusters", rollUps(Dimension.CLUSTER))
        + Html.section("more", "Standards, categories, sets and namespaces", more())
        + Html.section(
            "exempted",
            "What is exempted or left out",
            HtmlProblems.write(report, EnumSet.of(ReportState.EXEMPTED, ReportState.SKIPPED)))
        + "</main>\n"
        + footer();
  }

  private static final String TOOLS =
      """
      <div class="tools" id="tools" hidden role="search">
      <label for="search">Filter</label>
      <input type="search" id="search" placeholder="a cluster, policy, object, control, owner …">
      <label for="state">State</label>
      <select id="state"><option value="">all</option><option value="NonCompliant">violated</option>\
      <option value="Error">error</option><option value="Pending">pending</option>\
      <option value="Unknown">unknown</option><option value="Exempted">exempted</option>\
      <option value="Compliant">compliant</option></select>
      <span id="found" class="soft" aria-live="polite"></span>
      </div>
      """;

  private String header() {
    return """
        <header>
        <h1>Compliance of the fleet</h1>
        <p class="soft">Evaluated at <time>%s</time>: %s on %s, %s.</p>
        <p class="lead">%s</p>
        %s<nav aria-label="Sections"><a href="#broken">Broken</a> <a href="#expires">Expiring</a> <a href="#open">Not judged</a> \
        <a href="#map">Map</a> <a href="#controls">Controls</a> <a href="#policies">Policies</a> <a href="#clusters">Clusters</a> \
        <a href="#exempted">Exempted</a></nav>
        </header>
        """
        .formatted(
            report.time(),
            count(report.policies().size(), "policy"),
            count(report.clusters().size(), "cluster"),
            count(report.results().size(), "result"),
            headline(),
            tiles());
  }

  private static String count(long number, String one) {
    return Html.count(number, one);
  }

  private String headline() {
    long policies = violated(rollUpsBy(Dimension.POLICY));
    long clusters = violated(rollUpsBy(Dimension.CLUSTER));
    long unknown =
        rollUpsBy(Dimension.CLUSTER).stream()
            .filter(each -> each.counts().get(ReportState.UNKNOWN) > 0)
            .count();
    String first =
        policies == 0
            ? "No policy is found violated."
            : "<b>%d of %s</b> %s violated, on <b>%d of %s</b>."
                .formatted(
                    policies,
                    count(report.policies().size(), "policy"),
                    policies == 1 ? "is" : "are",
                    clusters,
                    count(report.clusters().size(), "cluster"));
    return unknown == 0
        ? first
        : first
            + " Something is unknown of %s: that is not compliance."
                .formatted(count(unknown, "cluster"));
  }

  private List<RollUp> rollUpsBy(Dimension dimension) {
    return rollUps.computeIfAbsent(dimension, each -> RollUp.by(each, report));
  }

  private static long violated(List<RollUp> rollUps) {
    return rollUps.stream()
        .filter(each -> each.counts().get(ReportState.NON_COMPLIANT) > 0)
        .count();
  }

  private String tiles() {
    StateCounts counts = report.counts();
    StringBuilder html = new StringBuilder("<ul class=\"tiles\">\n");
    for (ReportState state : ReportState.values()) {
      html.append(
          "<li style=\"--c:var(--%s)\"><b>%d</b>%s <span class=\"soft\">of %d</span></li>%n"
              .formatted(
                  state.wireName(),
                  counts.get(state),
                  Html.state(Optional.of(state)),
                  counts.total()));
    }
    return html.append("</ul>\n").toString();
  }

  private String expiring() {
    List<Waiver> shown =
        report.waivers().stream()
            .filter(each -> daysLeft(each) <= SOON)
            .sorted(Comparator.comparing(HtmlReport::until))
            .toList();
    if (shown.isEmpty()) {
      return "<p>No exemption ends within %d days.</p>\n".formatted(SOON);
    }
    return table(
        "<th scope=\"col\">Exemption</th><th scope=\"col\">Last day</th><th scope=\"col\">Left</th>"
            + "<th scope=\"col\">Owner</th><th scope=\"col\">Because</th><th scope=\"col\" class=\"n\">Covers</th>",
        shown.stream().map(this::waiver).collect(Collectors.joining()));
  }

  private long daysLeft(Waiver waiver) {
    return waiver.daysLeft(report.day()).orElse(Long.MAX_VALUE);
  }

  private static String until(Waiver waiver) {
    return waiver.until().map(Object::toString).orElse("");
  }

  private String waiver(Waiver waiver) {
    long days = daysLeft(waiver);
    long covered =
        report.results().stream()
            .filter(each -> each.waiver().filter(waiver::equals).isPresent())
            .count();
    String ticket = waiver.ticket().isEmpty() ? "" : " (" + waiver.ticket() + ")";
    return "<tr data-item=\"Exempted\"><td>%s</td><td><time>%s</time></td><td>%s</td><td>%s</td><td>%s</td><td class=\"n\">%s</td></tr>%n"
        .formatted(
            Html.text(waiver.id()),
            until(waiver),
            days < 0 ? "<b>has ended</b>" : count(days, "day"),
            Html.text(waiver.owner()),
            Html.text(waiver.because() + ticket),
            count(covered, "result"));
  }

  private String rollUps(Dimension dimension) {
    List<RollUp> shown = rollUpsBy(dimension);
    if (shown.isEmpty()) {
      return "<p>None.</p>\n";
    }
    return table(
        "<th scope=\"col\">State</th><th scope=\"col\">Name</th>" + Html.countHeads(),
        shown.stream()
            .sorted(Comparator.comparingInt(HtmlReport::order))
            .map(HtmlReport::rollUp)
            .collect(Collectors.joining()));
  }

  private static int order(RollUp rollUp) {
    return rollUp.counts().state().map(ReportState::ordinal).orElse(ReportState.values().length);
  }

  private static String rollUp(RollUp rollUp) {
    return "<tr data-item=\"%s\"><td>%s</td><td>%s%s</td>%s</tr>%n"
        .formatted(
            rollUp.counts().stateName(),
            Html.state(rollUp.counts().state()),
            Html.text(rollUp.key()),
            rollUp.title().isEmpty() || rollUp.title().equals(rollUp.key())
                ? ""
                : " <span class=\"soft\">" + Html.text(rollUp.title()) + "</span>",
            Html.counts(rollUp.counts()));
  }

  private static String table(String heads, String rows) {
    return "<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody></table></div>\n"
        .formatted(heads, rows);
  }

  private String more() {
    return "<h3>Standards</h3>\n"
        + rollUps(Dimension.STANDARD)
        + "<h3>Categories</h3>\n"
        + rollUps(Dimension.CATEGORY)
        + "<h3>Sets of policies</h3>\n"
        + rollUps(Dimension.POLICY_SET)
        + "<h3>Namespaces, over all clusters</h3>\n"
        + rollUps(Dimension.NAMESPACE);
  }

  private String footer() {
    String disabled =
        report.policies().stream()
            .filter(ReportedPolicy::disabled)
            .map(each -> Html.text(each.id()))
            .collect(Collectors.joining(", "));
    String unmapped = report.unmapped().stream().map(Html::text).collect(Collectors.joining("; "));
    return """
        <footer>
        <p>A result is one template of a policy on one cluster and one of its objects. What is put together has its worst open state; it is
        compliant only if something was found compliant, and not assessed if no policy was evaluated.</p>
        %s%s</footer>
        """
        .formatted(
            disabled.isEmpty() ? "" : "<p>Switched off: " + disabled + ".</p>\n",
            unmapped.isEmpty()
                ? ""
                : "<p>Named by policies and not in the catalogue of standards: "
                    + unmapped
                    + ".</p>\n");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
