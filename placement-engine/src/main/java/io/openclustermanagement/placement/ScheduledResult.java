package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.DecisionGroupStatus;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.cluster.PlacementDecisionStatus;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.OwnerReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a placement that was scheduled. Everything beyond the numbers is made on demand.
 */
final class ScheduledResult implements PlacementResult {
  /** How many decisions one PlacementDecision holds at most. */
  private static final int DECISIONS_PER_OBJECT = 100;

  private final Pipeline.Outcome outcome;

  ScheduledResult(Pipeline.Outcome outcome) {
    this.outcome = outcome;
  }

  @Override
  public Placement placement() {
    return outcome.plan().placement();
  }

  @Override
  public ScheduleStatus status() {
    if (outcome.problem() != null) {
      return outcome.problem();
    }
    ScheduleStatus status = ScheduleStatus.SUCCESS;
    for (int p = 0; p < outcome.scorers().size(); p++) {
      StringBuilder expired = new StringBuilder();
      for (int position : outcome.positions()) {
        if (outcome.scorers().get(p).isExpired(position)) {
          expired.append(' ').append(outcome.name(position)).append('/').append(resourceName(p));
        }
      }
      if (!expired.isEmpty()) {
        String message = "AddOnPlacementScores" + expired + " expired";
        String plugin = prioritizer(p).prioritizer().displayName();
        status = new ScheduleStatus(ScheduleStatus.Code.WARNING, plugin, message);
      }
    }
    return status;
  }

  private String resourceName(int p) {
    return prioritizer(p).prioritizer() instanceof Prioritizer.AddOn(ScoreColumns.AddOn score)
        ? score.resourceName()
        : "";
  }

  private Weights.Weighted prioritizer(int p) {
    return outcome.plan().weights().prioritizers().get(p);
  }

  @Override
  public List<Condition> conditions() {
    return Conditions.of(outcome);
  }

  @Override
  public List<Decision> decisions() {
    Map<Integer, Decision.Group> groups = new HashMap<>();
    for (int g = 0; g < outcome.groups().groups().size(); g++) {
      Grouping.Group group = outcome.groups().groups().get(g);
      Decision.Group shown = new Decision.Group(g, group.name());
      Arrays.stream(group.positions()).forEach(p -> groups.put(p, shown));
    }
    return Arrays.stream(outcome.chosen())
        .mapToObj(
            i -> {
              int position = outcome.positions()[i];
              return new Decision(
                  outcome.name(position), outcome.totals()[i], groups.get(position));
            })
        .toList();
  }

  @Override
  public List<PlacementDecision> placementDecisions() {
    List<PlacementDecision> objects = new ArrayList<>();
    List<Grouping.Group> groups = outcome.groups().groups();
    for (int g = 0; g < groups.size(); g++) {
      int[] positions = groups.get(g).positions();
      int from = 0;
      do {
        int to = Math.min(positions.length, from + DECISIONS_PER_OBJECT);
        int[] slice = Arrays.copyOfRange(positions, from, to);
        objects.add(placementDecision(objects.size() + 1, g, groups.get(g).name(), slice));
        from = to;
      } while (from < positions.length);
    }
    return objects;
  }

  private PlacementDecision placementDecision(
      int number, int index, String group, int[] positions) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(ClusterLabels.PLACEMENT, placement().metadata().name());
    labels.put(ClusterLabels.DECISION_GROUP_NAME, group);
    labels.put(ClusterLabels.DECISION_GROUP_INDEX, Integer.toString(index));
    List<ClusterDecision> decisions =
        Arrays.stream(positions)
            .mapToObj(p -> new ClusterDecision(outcome.name(p), "", null))
            .toList();
    return new PlacementDecision(
        ObjectMeta.of(placement().metadata().namespace(), decisionName(number), labels)
            .withOwnerReferences(List.of(owner())),
        new PlacementDecisionStatus(decisions));
  }

  private String decisionName(int number) {
    return placement().metadata().name() + "-decision-" + number;
  }

  private OwnerReference owner() {
    String uid = Tolerations.text(placement().metadata().uid());
    return new OwnerReference(
        Placement.API_VERSION, Placement.KIND, placement().metadata().name(), uid, true, true);
  }

  @Override
  public List<DecisionGroupStatus> decisionGroups() {
    List<DecisionGroupStatus> statuses = new ArrayList<>();
    int number = 1;
    for (Grouping.Group group : outcome.groups().groups()) {
      int clusters = group.positions().length;
      int objects = Math.max(1, (clusters + DECISIONS_PER_OBJECT - 1) / DECISIONS_PER_OBJECT);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < objects; i++) {
        names.add(decisionName(number++));
      }
      statuses.add(new DecisionGroupStatus(statuses.size(), group.name(), names, clusters));
    }
    return statuses;
  }

  @Override
  public int numberOfSelectedClusters() {
    return outcome.chosen().length;
  }

  @Override
  public int unscheduled() {
    return outcome.unscheduled();
  }

  @Override
  public @Nullable Duration requeueAfter() {
    return outcome.requeueAfter();
  }

  @Override
  public List<Rejection> rejections() {
    return Rejections.of(outcome);
  }

  @Override
  public List<ClusterScore> scores() {
    List<ClusterScore> scores = new ArrayList<>();
    for (int i : Ranking.best(outcome.totals(), outcome.totals().length)) {
      int position = outcome.positions()[i];
      Map<String, Long> byName = new LinkedHashMap<>();
      for (int p = 0; p < outcome.scorers().size(); p++) {
        long score = outcome.scorers().get(p).at(position);
        if (score != Prioritizer.Scorer.NONE) {
          byName.put(prioritizer(p).prioritizer().displayName(), score);
        }
      }
      scores.add(new ClusterScore(outcome.name(position), outcome.totals()[i], byName));
    }
    return scores;
  }

  @Override
  public List<PrioritizerScores> prioritizers() {
    List<PrioritizerScores> prioritizers = new ArrayList<>();
    for (int p = 0; p < outcome.scorers().size(); p++) {
      Map<String, Long> scores = new LinkedHashMap<>();
      for (int position : outcome.positions()) {
        long score = outcome.scorers().get(p).at(position);
        if (score != Prioritizer.Scorer.NONE) {
          scores.put(outcome.name(position), score);
        }
      }
      Weights.Weighted weighted = prioritizer(p);
      prioritizers.add(
          new PrioritizerScores(weighted.prioritizer().displayName(), weighted.weight(), scores));
    }
    prioritizers.sort(
        Comparator.comparing(PrioritizerScores::name).thenComparing(PrioritizerScores::weight));
    return prioritizers;
  }

  @Override
  public List<FilterResult> filterResults() {
    List<FilterResult> results = new ArrayList<>();
    if (outcome.matched() != null) {
      results.add(new FilterResult("Predicate", names(outcome.matched())));
    }
    if (outcome.passed() != null) {
      results.add(new FilterResult("Predicate,TaintToleration", names(outcome.passed())));
    }
    return results;
  }

  @Override
  public List<String> boundClusterSets() {
    return outcome.plan().sets().bound();
  }

  @Override
  public List<String> eligibleClusterSets() {
    return outcome.plan().sets().eligible();
  }

  @Override
  public List<String> availableClusters() {
    return names(outcome.available());
  }

  private List<String> names(long[] bits) {
    return Arrays.stream(Bitmap.positions(bits)).mapToObj(outcome::name).toList();
  }
}
