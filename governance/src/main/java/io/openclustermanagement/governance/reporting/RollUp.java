package io.openclustermanagement.governance.reporting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How all results that have something in common stand together. There is no score: what stands
 * beside the state is how many results are in which state, and of how many.
 *
 * @param key what they have in common, such as {@code NIST SP 800-53 CM-2} or a cluster
 * @param title of it, where it has one
 * @param counts of results; none for what was not assessed
 * @param clusters by state: how many clusters have this as their worst
 * @param policies the policies that say something about it, also those that were not evaluated
 */
public record RollUp(
    Dimension dimension,
    String key,
    String title,
    StateCounts counts,
    StateCounts clusters,
    List<String> policies) {

  public RollUp {
    policies = List.copyOf(policies);
  }

  /** The roll-ups of a report by one dimension, sorted by key. */
  public static List<RollUp> by(Dimension dimension, Report report) {
    SortedMap<String, Collector> groups = new TreeMap<>();
    for (ReportedPolicy policy : report.policies()) {
      dimension.groups(policy).forEach(group -> collector(groups, group).policies.add(policy.id()));
    }
    if (dimension == Dimension.CLUSTER) {
      report.clusters().forEach(name -> collector(groups, new Dimension.Group(name, "")));
    }
    for (Result result : report.results()) {
      dimension.groups(result).forEach(group -> collector(groups, group).add(result));
    }
    List<RollUp> rollUps = new ArrayList<>();
    groups.values().forEach(group -> rollUps.add(group.rollUp(dimension)));
    return rollUps;
  }

  private static Collector collector(Map<String, Collector> groups, Dimension.Group group) {
    return groups.computeIfAbsent(group.key(), _ -> new Collector(group));
  }

  private static final class Collector {
    private final Dimension.Group group;
    private final Map<ReportState, Integer> counts = new EnumMap<>(ReportState.class);
    private final Map<String, Map<ReportState, Integer>> clusters = new TreeMap<>();
    private final Set<String> policies = new TreeSet<>();

    Collector(Dimension.Group group) {
      this.group = group;
    }

    void add(Result result) {
      counts.merge(result.state(), 1, Integer::sum);
      clusters
          .computeIfAbsent(result.check().cluster(), _ -> new EnumMap<>(ReportState.class))
          .merge(result.state(), 1, Integer::sum);
      policies.add(result.check().policy().id());
    }

    RollUp rollUp(Dimension dimension) {
      List<ReportState> worst =
          clusters.values().stream()
              .flatMap(each -> new StateCounts(each).state().stream())
              .toList();
      return new RollUp(
          dimension,
          group.key(),
          group.title(),
          new StateCounts(counts),
          StateCounts.of(worst),
          List.copyOf(policies));
    }
  }
}
