package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.DecisionGroup;
import io.openclustermanagement.api.cluster.GroupStrategy;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.IntOrString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the chosen clusters into decision groups (upstream {@code generateDecisionGroups} of {@code
 * pkg/placement/controllers/scheduling/scheduling_controller.go}).
 */
final class Grouping {
  private final @Nullable IntOrString length;
  private final List<Selector> selectors;
  private final @Nullable ScheduleStatus problem;

  private Grouping(
      @Nullable IntOrString length, List<Selector> selectors, @Nullable ScheduleStatus problem) {
    this.length = length;
    this.selectors = selectors;
    this.problem = problem;
  }

  private record Selector(String name, List<IndexedTerm> terms) {}

  /** A decision group: its name and the positions of its clusters in name order. */
  record Group(String name, int[] positions) {}

  /**
   * The groups, and the misconfiguration if there is one. [Q] Groups in front of a broken selector
   * stay, all other clusters are in no group.
   */
  record Groups(List<Group> groups, @Nullable ScheduleStatus problem) {}

  static Grouping compile(Placement placement, FleetIndex index, Instant now) {
    GroupStrategy strategy =
        placement.spec().decisionStrategy() == null
            ? null
            : placement.spec().decisionStrategy().groupStrategy();
    if (strategy == null) {
      return new Grouping(null, List.of(), null);
    }
    List<Selector> selectors = new ArrayList<>();
    for (DecisionGroup group : strategy.decisionGroups()) {
      try {
        List<IndexedTerm> terms =
            SelectorTerms.of(group.groupClusterSelector()).stream()
                .map(t -> index.term(t.term(), now))
                .toList();
        selectors.add(new Selector(group.groupName(), terms));
      } catch (InvalidSelectorException e) {
        ScheduleStatus problem = ScheduleStatus.misconfigured("", e.getMessage());
        return new Grouping(strategy.clustersPerDecisionGroup(), selectors, problem);
      }
    }
    return new Grouping(strategy.clustersPerDecisionGroup(), selectors, null);
  }

  /** The terms of the selectors. */
  List<IndexedTerm> terms() {
    return selectors.stream().flatMap(s -> s.terms().stream()).toList();
  }

  /** Which selectors match the cluster, as a list of truth values. */
  List<Boolean> matches(int position) {
    return selectors.stream().map(s -> matches(s, position)).toList();
  }

  Groups group(int[] chosen) {
    if (length instanceof IntOrString.Text(String text) && percentage(text) == null) {
      String message = text + " invalid type: string is not a percentage";
      return new Groups(List.of(), ScheduleStatus.misconfigured("", message));
    }
    int chunk = chunk(chosen.length);
    List<Group> groups = new ArrayList<>();
    int[] rest = chosen.clone();
    Arrays.sort(rest);
    for (Selector selector : selectors) {
      addChunks(selector.name(), filter(rest, selector, true), chunk, groups);
      rest = filter(rest, selector, false);
    }
    if (problem != null) {
      return new Groups(groups, problem);
    }
    addChunks("", rest, chunk, groups);
    if (groups.isEmpty()) {
      groups.add(new Group("", new int[0]));
    }
    return new Groups(groups, null);
  }

  private static int[] filter(int[] positions, Selector selector, boolean wanted) {
    return Arrays.stream(positions).filter(p -> matches(selector, p) == wanted).toArray();
  }

  private static boolean matches(Selector selector, int position) {
    for (IndexedTerm term : selector.terms()) {
      if (!term.get(position)) {
        return false;
      }
    }
    return true;
  }

  private static void addChunks(String name, int[] positions, int chunk, List<Group> groups) {
    for (int from = 0; from < positions.length; from += chunk) {
      int to = Math.min(positions.length, from + chunk);
      groups.add(new Group(name, Arrays.copyOfRange(positions, from, to)));
    }
  }

  private int chunk(int total) {
    long chunk =
        switch (length) {
          case null -> total;
          case IntOrString.Int(int value) -> value;
          case IntOrString.Text(String text) -> {
            Double percentage = percentage(text);
            yield percentage == null ? total : (long) Math.ceil(percentage / 100 * total);
          }
        };
    return chunk <= 0 || chunk > total ? total : (int) chunk;
  }

  /** The number in front of a final percent sign, as Go's {@code strconv.ParseFloat} reads it. */
  private static @Nullable Double percentage(String text) {
    if (!text.endsWith("%")) {
      return null;
    }
    String number = text.substring(0, text.length() - 1);
    return switch (number.toLowerCase(java.util.Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default ->
          number.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")
              ? Double.valueOf(number)
              : null;
    };
  }
}
