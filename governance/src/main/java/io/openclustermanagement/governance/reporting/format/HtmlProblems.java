package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.governance.reporting.Check;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedObject;
import io.openclustermanagement.governance.reporting.ReportedPolicy;
import io.openclustermanagement.governance.reporting.ReportedSeverity;
import io.openclustermanagement.governance.reporting.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is broken: for each policy the clusters, the objects and what is wrong with them. */
final class HtmlProblems {
  /** More are named without their details, so that the page stays small. */
  private static final int MOST_IN_DETAIL = 100;

  private static final int MOST_NAMED = 4;
  private static final int LONGEST_DIFF = 4000;

  private final Report report;
  private final Map<String, Long> reached = new HashMap<>();

  private HtmlProblems(Report report) {
    this.report = report;
    report
        .resultsByPolicy()
        .forEach((policy, results) -> reached.put(policy, (long) clusters(results).size()));
  }

  private static Set<String> clusters(List<Result> results) {
    return results.stream()
        .map(each -> each.check().cluster())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What is in one of some states. */
  static String write(Report report, Set<ReportState> states) {
    return new HtmlProblems(report).problems(states);
  }

  private record Problem(
      ReportedPolicy policy, ReportState state, ReportedSeverity severity, List<Result> results) {
    Set<String> clusters() {
      return HtmlProblems.clusters(results);
    }

    Optional<Instant> since() {
      return results.stream()
          .flatMap(each -> each.check().since().stream())
          .min(Comparator.naturalOrder());
    }
  }

  private String problems(Set<ReportState> states) {
    List<Problem> problems = new ArrayList<>();
    for (List<Result> ofPolicy : report.resultsByPolicy().values()) {
      ReportedPolicy policy = ofPolicy.getFirst().check().policy();
      for (ReportState state : states) {
        List<Result> results = ofPolicy.stream().filter(each -> each.state() == state).toList();
        if (!results.isEmpty()) {
          problems.add(new Problem(policy, state, severity(results), results));
        }
      }
    }
    problems.sort(
        Comparator.comparing(Problem::state)
            .thenComparing(Problem::severity)
            .thenComparingInt(each -> -each.clusters().size()));
    return problems.isEmpty()
        ? "<p>Nothing.</p>\n"
        : HEADS + problems.stream().map(this::problem).collect(Collectors.joining());
  }

  private static final String HEADS =
      """
      <div class="heads" aria-hidden="true"><span>State</span><span>What</span><span>Where</span>\
      <span>Since</span><span>Owner</span></div>
      """;

  private static ReportedSeverity severity(List<Result> results) {
    return results.stream()
        .map(each -> each.check().severity())
        .min(Comparator.naturalOrder())
        .orElse(ReportedSeverity.UNSPECIFIED);
  }

  private String problem(Problem problem) {
    return """
        <details data-item="%s"><summary><span class="facts"><span>%s<br>%s</span>\
        <span><b>%s</b><br><span class="soft">%s</span></span><span>%s</span><span>%s</span><span>%s</span></span></summary>
        <div class="in">
        %s</div></details>
        """
        .formatted(
            problem.state().wireName(),
            Html.state(Optional.of(problem.state())),
            Html.severity(problem.severity()),
            Html.text(problem.policy().label()),
            Html.text(problem.policy().id()),
            where(problem),
            since(problem.since()),
            owner(problem.policy()),
            details(problem));
  }

  private String where(Problem problem) {
    Set<String> clusters = problem.clusters();
    String names =
        clusters.stream().limit(MOST_NAMED).map(Html::text).collect(Collectors.joining(", "));
    String more =
        clusters.size() > MOST_NAMED ? " and %d more".formatted(clusters.size() - MOST_NAMED) : "";
    return "%d of %s<br><span class=\"soft\">%s%s</span>"
        .formatted(
            clusters.size(),
            Html.count(reached.getOrDefault(problem.policy().id(), 0L), "cluster"),
            names,
            more);
  }

  private static String since(Optional<Instant> since) {
    return since
        .map(time -> "<time>%s</time>".formatted(time))
        .orElse("<span class=\"soft\">no history</span>");
  }

  private static String owner(ReportedPolicy policy) {
    return policy.owner().isEmpty()
        ? "<span class=\"soft\">not named</span>"
        : Html.text(policy.owner());
  }

  private static String details(Problem problem) {
    Map<String, List<Result>> byCheck =
        problem.results().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.check().index() + "/" + each.check().cluster(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    StringBuilder html = new StringBuilder(policy(problem.policy()));
    byCheck.values().stream()
        .limit(MOST_IN_DETAIL)
        .forEach(each -> html.append(check(each.getFirst().check(), each)));
    if (byCheck.size() > MOST_IN_DETAIL) {
      html.append(
          "<p>And on %s: </p><p>"
              .formatted(Html.count(byCheck.size() - MOST_IN_DETAIL, "more check")));
      html.append(
          byCheck.values().stream()
              .skip(MOST_IN_DETAIL)
              .map(each -> Html.text(each.getFirst().check().cluster()))
              .distinct()
              .collect(Collectors.joining(", ")));
      html.append("</p>\n<p class=\"soft\">The other formats have their details.</p>\n");
    }
    return html.toString();
  }

  private static String policy(ReportedPolicy policy) {
    StringBuilder facts = new StringBuilder();
    if (!policy.description().isEmpty()) {
      facts.append("<p>%s</p>\n".formatted(Html.text(policy.description())));
    }
    List<String> references =
        policy.references().stream()
            .map(each -> Html.text((each.key() + " " + each.title()).strip()))
            .toList();
    String source =
        policy
            .source()
            .map(each -> " Written in <code>%s</code>.".formatted(Html.text(each.toString())))
            .orElse("");
    if (!references.isEmpty() || !source.isEmpty()) {
      facts.append(
          "<p class=\"soft\">%s%s</p>\n"
              .formatted(
                  references.isEmpty() ? "" : "For " + String.join("; ", references) + ".",
                  source));
    }
    return facts.toString();
  }

  private static String check(Check check, List<Result> results) {
    StringBuilder html = new StringBuilder();
    html.append(
        "<h3>%s <span class=\"soft\">%s %s</span></h3>\n<p>%s%s</p>\n"
            .formatted(
                Html.text(check.cluster()),
                Html.text(check.kind()),
                Html.text(check.template()),
                Html.text(check.message()),
                remediation(check)));
    results.forEach(each -> html.append(result(each)));
    return html.toString();
  }

  private static String remediation(Check check) {
    return check.remediation().isEmpty()
        ? ""
        : " <span class=\"soft\">(%s, said by the %s)</span>"
            .formatted(Html.text(check.remediation()), Html.text(check.remediationFrom()));
  }

  private static String result(Result result) {
    String waiver =
        result
            .waiver()
            .map(
                each ->
                    "<p>Exempted by %s of %s until %s: %s</p>\n"
                        .formatted(
                            Html.text(each.id()),
                            Html.text(each.owner()),
                            each.until().map(Object::toString).orElse("further notice"),
                            Html.text(each.because())))
            .orElse("");
    return waiver + result.object().map(HtmlProblems::object).orElse("");
  }

  private static String object(ReportedObject object) {
    StringBuilder html = new StringBuilder();
    html.append(
        "<p><code>%s</code> %s</p>\n"
            .formatted(Html.text(object.label()), Html.text(object.reason())));
    if (!object.explanation().isEmpty()) {
      html.append(
          object.explanation().stream()
              .map(line -> "<li>" + Html.text(line) + "</li>")
              .collect(Collectors.joining("", "<ul class=\"plain\">", "</ul>\n")));
    }
    if (!object.diff().isEmpty()) {
      html.append("<pre tabindex=\"0\">").append(diff(object.diff())).append("</pre>\n");
    }
    return html.toString();
  }

  private static String diff(String diff) {
    String shown = diff.length() > LONGEST_DIFF ? diff.substring(0, LONGEST_DIFF) + "\n…" : diff;
    return shown.lines().map(HtmlProblems::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    String text = Html.text(line);
    if (line.startsWith("+")) {
      return "<span class=\"add\">" + text + "</span>";
    }
    return line.startsWith("-") ? "<span class=\"del\">" + text + "</span>" : text;
  }
}
