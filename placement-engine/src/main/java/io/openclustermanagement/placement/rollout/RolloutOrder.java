package io.openclustermanagement.placement.rollout;

import io.openclustermanagement.api.cluster.MandatoryDecisionGroup;
import io.openclustermanagement.api.cluster.RolloutProgressive;
import io.openclustermanagement.api.cluster.RolloutProgressivePerGroup;
import io.openclustermanagement.api.cluster.RolloutStrategy;
import io.openclustermanagement.api.cluster.RolloutType;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.placement.Decision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a rollout in which every cluster succeeds, and all of a step at the same time
 * (upstream {@code sdk-go/pkg/apis/cluster/v1alpha1/rollout.go}). A step begins when the clusters
 * of the one before have been well for {@code minSuccessTime}.
 */
public final class RolloutOrder {
  private final SortedMap<Integer, Group> groups = new TreeMap<>();
  private final List<List<String>> steps = new ArrayList<>();

  private record Group(Decision.Group key, SortedSet<String> clusters) {}

  private RolloutOrder(Collection<Decision> decisions) {
    for (Decision decision : decisions) {
      Decision.Group key = decision.group();
      if (key != null) {
        groups
            .computeIfAbsent(key.index(), _ -> new Group(key, new TreeSet<>()))
            .clusters()
            .add(decision.cluster());
      }
    }
  }

  /**
   * The clusters of each step, by name.
   *
   * @param strategy all at once if it is null or has no type
   * @param decisions the chosen clusters; those without a decision group get nothing
   */
  public static List<List<String>> steps(
      @Nullable RolloutStrategy strategy, Collection<Decision> decisions) {
    RolloutOrder order = new RolloutOrder(decisions);
    RolloutType type = strategy == null ? null : strategy.type();
    switch (type == null ? RolloutType.ALL : type) {
      case ALL -> order.together();
      case PROGRESSIVE -> order.progressive(strategy == null ? null : strategy.progressive());
      case PROGRESSIVE_PER_GROUP ->
          order.perGroup(strategy == null ? null : strategy.progressivePerGroup());
    }
    return order.steps;
  }

  private void together() {
    inSteps(rest(), Integer.MAX_VALUE);
  }

  private void progressive(@Nullable RolloutProgressive details) {
    if (details != null) {
      first(details.mandatoryDecisionGroups());
    }
    List<String> rest = rest();
    inSteps(rest, details == null ? rest.size() : size(details.maxConcurrency(), rest.size()));
  }

  private void perGroup(@Nullable RolloutProgressivePerGroup details) {
    if (details != null) {
      first(details.mandatoryDecisionGroups());
    }
    groups.values().forEach(this::step);
  }

  /**
   * The groups that come first, in the order of their indexes, whatever order they are named in.
   */
  private void first(List<MandatoryDecisionGroup> mandatory) {
    List<Group> first =
        groups.values().stream()
            .filter(group -> mandatory.stream().anyMatch(each -> names(each, group.key())))
            .toList();
    first.forEach(this::step);
    groups.values().removeAll(first);
  }

  /** The name has precedence. */
  private static boolean names(MandatoryDecisionGroup mandatory, Decision.Group group) {
    String name = mandatory.groupName();
    Integer index = mandatory.groupIndex();
    return name == null || name.isEmpty()
        ? group.index() == (index == null ? 0 : index)
        : name.equals(group.name());
  }

  private void step(Group group) {
    steps.add(List.copyOf(group.clusters()));
  }

  private List<String> rest() {
    return groups.values().stream().flatMap(each -> each.clusters().stream()).sorted().toList();
  }

  private void inSteps(List<String> clusters, int size) {
    for (int from = 0; from < clusters.size(); from += Math.min(size, clusters.size())) {
      steps.add(List.copyOf(clusters.subList(from, Math.min(clusters.size() - from, size) + from)));
    }
  }

  /** A share is rounded up; what is not positive or more than there are means all. */
  private static int size(@Nullable IntOrString limit, int total) {
    int size =
        switch (limit) {
          case null -> total;
          case IntOrString.Int(int number) -> number;
          case IntOrString.Text(String percentage) -> share(percentage, total);
        };
    return size <= 0 || size > total ? total : size;
  }

  private static int share(String percentage, int total) {
    return new BigDecimal(percentage.replace("%", ""))
        .movePointLeft(2)
        .multiply(BigDecimal.valueOf(total))
        .setScale(0, RoundingMode.CEILING)
        .intValue();
  }
}
