package io.openclustermanagement.benchmarks;

import static io.openclustermanagement.benchmarks.SchedulerVectors.list;
import static io.openclustermanagement.benchmarks.SchedulerVectors.map;

import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.placement.Decision;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.Rejection;
import io.openclustermanagement.placement.ScheduleStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The aspects in which a recorded decision and a result are compared, as equal texts. */
final class VectorAspects {
  /** Old wording of a sync that fails, and the wording of today. */
  private static final Pattern OLD_ABORT =
      Pattern.compile("failed to get clusterset: (.*), clusters, Error: (.*)");

  /** The bad value in a selector error: Go syntax in the recording, JSON today. */
  private static final Pattern BAD_LIST =
      Pattern.compile("Invalid value: (\\[\\]string(\\(nil\\)|\\{[^}]*\\})|null|\\[[^\\]]*\\])");

  private final Map<String, Object> expected;
  private final PlacementResult result;
  private final List<Aspect> aspects = new ArrayList<>();

  private VectorAspects(Map<String, Object> expected, PlacementResult result) {
    this.expected = expected;
    this.result = result;
  }

  /** One aspect: upstream's and ours. */
  record Aspect(String name, String expected, String actual) {}

  static List<Aspect> of(Map<String, Object> expected, PlacementResult result) {
    VectorAspects all = new VectorAspects(expected, result);
    if (expected.get("aborted") != null) {
      all.aborted();
    } else {
      all.scheduled();
    }
    return all.aspects;
  }

  private void add(String name, @Nullable Object upstream, @Nullable Object here) {
    aspects.add(new Aspect(name, String.valueOf(upstream), String.valueOf(here)));
  }

  /** A sync that fails writes nothing, so that only the failure can be compared. */
  private void aborted() {
    Matcher old = OLD_ABORT.matcher(String.valueOf(expected.get("aborted")));
    String today =
        old.replaceFirst(
            found ->
                Matcher.quoteReplacement(
                    "failed to get clusters from ClusterSet \"%s\": %s"
                        .formatted(found.group(1), found.group(2))));
    boolean aborted = result.status().code() == ScheduleStatus.Code.ABORTED;
    add("selection", "aborted", aborted ? "aborted" : chosen());
    add("scores", "[]", result.prioritizers());
    add("decisions", "aborted", aborted ? "aborted" : decisions());
    add("conditions", "aborted: " + today, "aborted: " + result.status().message());
    add("requeue time", null, requeueSeconds());
  }

  private void scheduled() {
    add("selection", expected.get("selected"), chosen());
    add("unscheduled", expected.get("unscheduled"), result.unscheduled());
    add("scores", expectedScores(), scores());
    add("filters", expectedFilters(), filters());
    add("decisions", expectedDecisions(), decisions());
    add("decision groups", expectedGroups(), groups());
    add("conditions", expectedConditions(), conditions());
    add("requeue time", expected.get("requeueSeconds"), requeueSeconds());
    add("schedule status", map(expected.get("scheduleStatus")).get("code"), code());
    add("available clusters", expected.get("available"), result.availableClusters());
    add("eligible cluster sets", expected.get("eligibleSets"), result.eligibleClusterSets());
    add("every cluster once", true, everyClusterOnce());
  }

  private String code() {
    return result.status().code().wireName();
  }

  private List<String> chosen() {
    return result.decisions().stream().map(Decision::cluster).toList();
  }

  private boolean everyClusterOnce() {
    List<String> all =
        Stream.concat(chosen().stream(), result.rejections().stream().map(Rejection::cluster))
            .toList();
    return all.stream().distinct().count() == all.size()
        && all.containsAll(result.availableClusters());
  }

  private Object requeueSeconds() {
    return result.requeueAfter() == null ? "null" : result.requeueAfter().toSeconds();
  }

  private String expectedScores() {
    Stream<String> prioritizers =
        objects("prioritizers")
            .map(p -> p.get("name") + " " + p.get("weight") + " " + sorted(p.get("scores")));
    return sorted(expected.get("scores")) + prioritizers.toList().toString();
  }

  private String scores() {
    Map<String, Object> totals = new TreeMap<>();
    result.scores().forEach(s -> totals.put(s.cluster(), s.total()));
    return totals
        + result.prioritizers().stream()
            .map(p -> p.name() + " " + p.weight() + " " + new TreeMap<>(p.scores()))
            .toList()
            .toString();
  }

  private List<String> expectedFilters() {
    return objects("filtered").map(f -> f.get("name") + " " + f.get("clusters")).toList();
  }

  private List<String> filters() {
    return result.filterResults().stream().map(f -> f.name() + " " + f.clusters()).toList();
  }

  private List<String> expectedDecisions() {
    return objects("decisions")
        .map(d -> d.get("name") + " " + sorted(d.get("labels")) + " " + d.get("clusters"))
        .toList();
  }

  private List<String> decisions() {
    return result.placementDecisions().stream()
        .map(
            d ->
                d.metadata().name()
                    + " "
                    + new TreeMap<>(d.metadata().labels())
                    + " "
                    + d.decisions().stream().map(ClusterDecision::clusterName).toList())
        .toList();
  }

  private List<String> expectedGroups() {
    return objects("decisionGroups")
        .map(
            g ->
                "%s %s %s %s"
                    .formatted(
                        g.get("decisionGroupIndex"),
                        g.get("decisionGroupName"),
                        g.get("decisions"),
                        g.get("clusterCount")))
        .toList();
  }

  private List<String> groups() {
    return result.decisionGroups().stream()
        .map(
            g ->
                "%s %s %s %s"
                    .formatted(
                        g.decisionGroupIndex(),
                        g.decisionGroupName(),
                        g.decisions(),
                        g.clusterCount()))
        .toList();
  }

  private List<String> expectedConditions() {
    return objects("conditions")
        .map(
            c ->
                "%s=%s %s %s"
                    .formatted(
                        c.get("type"),
                        c.get("status"),
                        c.get("reason"),
                        withoutBadList(String.valueOf(c.get("message")))))
        .toList();
  }

  private List<String> conditions() {
    return result.conditions().stream()
        .map(
            c ->
                "%s=%s %s %s"
                    .formatted(
                        c.type(), c.status().wireName(), c.reason(), withoutBadList(c.message())))
        .toList();
  }

  /** The wording of bad lists changed with apimachinery, so that they are left out. */
  private static String withoutBadList(String message) {
    return BAD_LIST.matcher(message).replaceAll("Invalid value");
  }

  private Stream<Map<String, Object>> objects(String key) {
    List<Map<String, Object>> objects = list(expected.get(key));
    return objects.stream();
  }

  private static Map<String, Object> sorted(@Nullable Object value) {
    return new TreeMap<>(map(value));
  }
}
