package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.governance.reporting.Check;
import io.openclustermanagement.governance.reporting.Dimension;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedPolicy;
import io.openclustermanagement.governance.reporting.Result;
import io.openclustermanagement.governance.reporting.RollUp;
import io.openclustermanagement.governance.reporting.StateCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Assessment results of OSCAL 1.2.2 (NIST): an inventory item for each cluster, an observation for
 * each policy with a subject for each result, and a finding for each control that was assessed,
 * which names the observations that it rests on. UUIDs are made from content, those of what was
 * observed from the time, too.
 */
final class OscalReport {
  private static final String VERSION = "1.2.2";
  private static final String NAMESPACE = "https://open-cluster-management.io/ns/oscal";

  private final Report report;
  private final String time;
  private final Set<String> evaluated;
  private final Map<String, String> clusterIds = new HashMap<>();

  private OscalReport(Report report) {
    this.report = report;
    this.time = report.time().toString();
    this.evaluated = report.resultsByPolicy().keySet();
  }

  static String write(Report report) {
    return JsonWriter.write(
        Tree.of("assessment-results", new OscalReport(report).document()).members());
  }

  private Tree document() {
    String plan = Hashes.uuid("plan");
    return Tree.of("uuid", uuid("document"))
        .put(
            "metadata",
            Tree.of("title", "Compliance of the fleet")
                .put("last-modified", time)
                .put("version", time)
                .put("oscal-version", VERSION))
        .put("import-ap", Tree.of("href", "#" + plan))
        .put("results", List.of(result().members()))
        .put(
            "back-matter",
            Tree.of(
                "resources",
                List.of(
                    Tree.of("uuid", plan)
                        .put("title", "The policies of the hub")
                        .put(
                            "description",
                            "All policies of the hub are evaluated on all clusters that they are"
                                + " placed on; there is no other assessment plan.")
                        .members())));
  }

  private Tree result() {
    List<RollUp> controls = RollUp.by(Dimension.CONTROL, report);
    Tree tree =
        Tree.of("uuid", uuid("result"))
            .put("title", "Evaluation of " + time)
            .put("description", description())
            .put("start", time)
            .put("end", time)
            .put("props", counts(report.counts()));
    if (!report.clusters().isEmpty()) {
      tree.put(
          "local-definitions",
          Tree.of("inventory-items", report.clusters().stream().map(OscalReport::item).toList()));
    }
    return tree.put("reviewed-controls", reviewedControls(controls))
        .putUnlessEmpty("observations", observations())
        .putUnlessEmpty(
            "findings", controls.stream().flatMap(each -> finding(each).stream()).toList())
        .putUnlessEmpty("remarks", notAssessed(controls));
  }

  private String description() {
    return "%d results of %d policies on %d clusters."
        .formatted(report.results().size(), report.policies().size(), report.clusters().size());
  }

  private static List<Map<String, Object>> counts(StateCounts counts) {
    List<Map<String, Object>> props = new ArrayList<>();
    counts
        .counts()
        .forEach(
            (state, count) ->
                props.add(prop("count-" + token(state.wireName()), Integer.toString(count))));
    return props;
  }

  private static Map<String, Object> prop(String name, String value) {
    return Tree.of("name", name).put("ns", NAMESPACE).put("value", line(value)).members();
  }

  /** Text on one line that is not empty, as values of properties have to be. */
  private static String line(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? "-" : line;
  }

  private static Map<String, Object> item(String cluster) {
    return Tree.of("uuid", cluster(cluster))
        .put("description", "The managed cluster " + cluster)
        .put("props", List.of(prop("cluster-name", cluster)))
        .members();
  }

  private static String cluster(String name) {
    return Hashes.uuid("cluster/" + name);
  }

  private static Tree reviewedControls(List<RollUp> controls) {
    List<Map<String, Object>> ids =
        controls.stream()
            .map(each -> token(each.key()))
            .distinct()
            .map(id -> Tree.of("control-id", id).members())
            .toList();
    Tree selection =
        ids.isEmpty()
            ? Tree.of("description", "No policy names a control.")
            : Tree.of("include-controls", ids);
    return Tree.of("control-selections", List.of(selection.members()));
  }

  /**
   * The id of a control as OSCAL's catalogue of SP 800-53 has it, such as {@code cm-2} and {@code
   * ac-2.1}; in other standards with the standard in front.
   */
  static String token(String key) {
    String id = key.startsWith("NIST SP 800-53 ") ? key.substring(15) : key;
    String token =
        id.replace("(", ".")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}.-]+", "-")
            .replaceAll("^-+|-+$", "");
    return token.isEmpty() || !Character.isLetter(token.codePointAt(0)) ? "_" + token : token;
  }

  private List<Map<String, Object>> observations() {
    return report.resultsByPolicy().values().stream()
        .map(each -> observation(each.getFirst().check().policy(), each))
        .toList();
  }

  private Map<String, Object> observation(ReportedPolicy policy, List<Result> results) {
    List<Map<String, Object>> props = new ArrayList<>();
    props.add(prop("policy-id", policy.id()));
    policy.references().forEach(each -> props.add(prop(each.kind().wireName(), each.key())));
    return Tree.of("uuid", observation(policy.id()))
        .put("title", policy.id())
        .put(
            "description",
            policy.description().isEmpty() ? "The policy " + policy.id() : policy.description())
        .put("props", props)
        .put("methods", List.of("TEST"))
        .put("subjects", results.stream().map(this::subject).toList())
        .put("collected", time)
        .members();
  }

  private String observation(String policy) {
    return uuid("observation/" + policy);
  }

  private Map<String, Object> subject(Result result) {
    Check check = result.check();
    List<Map<String, Object>> props = new ArrayList<>();
    props.add(prop("result", result.state().wireName()));
    props.add(prop("assessment-rule-id", check.template()));
    props.add(prop("severity", check.severity().wireName()));
    props.add(prop("evaluated-on", time));
    result.object().ifPresent(object -> props.add(prop("object", object.label())));
    if (!check.message().isBlank()) {
      props.add(prop("reason", check.message()));
    }
    result.waiver().ifPresent(waiver -> props.add(prop("exemption", waiver.id())));
    return Tree.of(
            "subject-uuid", clusterIds.computeIfAbsent(check.cluster(), OscalReport::cluster))
        .put("type", "inventory-item")
        .put("title", check.cluster())
        .put("props", props)
        .members();
  }

  private Optional<Map<String, Object>> finding(RollUp control) {
    return control.counts().state().map(state -> finding(control, state));
  }

  private Map<String, Object> finding(RollUp control, ReportState state) {
    String name = (control.key() + " " + control.title()).strip();
    return Tree.of("uuid", uuid("finding/" + control.key()))
        .put("title", name)
        .put("description", findingText(control))
        .put("props", counts(control.counts()))
        .put(
            "target",
            Tree.of("type", "objective-id")
                .put("target-id", token(control.key()))
                .put("status", status(control, state)))
        .put(
            "related-observations",
            control.policies().stream()
                .filter(evaluated::contains)
                .map(each -> Tree.of("observation-uuid", observation(each)).members())
                .toList())
        .members();
  }

  private static String findingText(RollUp control) {
    String counts =
        control.counts().counts().entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> each.getValue() + " " + each.getKey().words())
            .collect(Collectors.joining(", "));
    return "Of %d results: %s.".formatted(control.counts().total(), counts);
  }

  /** What is exempted does not satisfy a control; it is satisfied by what was found compliant. */
  private static Tree status(RollUp control, ReportState state) {
    boolean excused = control.counts().get(ReportState.EXEMPTED) > 0;
    return switch (state) {
      case COMPLIANT -> Tree.of("state", "satisfied").put("reason", excused ? "other" : "pass");
      case NON_COMPLIANT -> Tree.of("state", "not-satisfied").put("reason", "fail");
      case ERROR, PENDING, UNKNOWN, EXEMPTED, SKIPPED ->
          Tree.of("state", "not-satisfied").put("reason", "other");
    };
  }

  private static String notAssessed(List<RollUp> controls) {
    String keys =
        controls.stream()
            .filter(each -> each.counts().state().isEmpty())
            .map(RollUp::key)
            .sorted(Comparator.naturalOrder())
            .collect(Collectors.joining(", "));
    return keys.isEmpty() ? "" : "Not assessed: " + keys;
  }

  private String uuid(String content) {
    return Hashes.uuid(time + "/" + content);
  }
}
