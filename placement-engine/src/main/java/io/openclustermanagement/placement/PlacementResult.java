package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.DecisionGroupStatus;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.meta.Condition;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What scheduling one placement gives: the clusters chosen, what would be written to the hub, and
 * for every other cluster why not. Reasons and scores are worked out when they are asked for.
 *
 * <p>Every cluster of the snapshot occurs exactly once in {@link #decisions} or {@link
 * #rejections}. When the {@link #status} is aborted or skipped, decisions are the existing ones,
 * because nothing is written.
 */
public interface PlacementResult {

  /** The placement that was scheduled. */
  Placement placement();

  /** How scheduling ended. */
  ScheduleStatus status();

  /**
   * {@code PlacementMisconfigured} and {@code PlacementSatisfied}; empty when nothing was
   * scheduled. The transition time of a condition whose status stays is kept.
   */
  List<Condition> conditions();

  /** The chosen clusters in order of selection: by score, the highest first, then by name. */
  List<Decision> decisions();

  /** The PlacementDecisions to be, in the order of their numbers. */
  List<PlacementDecision> placementDecisions();

  /** {@code status.decisionGroups} of the Placement to be. */
  List<DecisionGroupStatus> decisionGroups();

  /** {@code status.numberOfSelectedClusters} of the Placement to be. */
  int numberOfSelectedClusters();

  /** How many clusters are missing to {@code numberOfClusters}; 0 when that is not given. */
  int unscheduled();

  /** When a timed toleration of a chosen cluster ends, counted from now. */
  @Nullable Duration requeueAfter();

  /** Every cluster that was not chosen, by name, with the first stage that dropped it. */
  List<Rejection> rejections();

  /** Every cluster that passed the filters, by total, the highest first, then by name. */
  List<ClusterScore> scores();

  /** What each prioritizer gave, by name, then weight; one score can be configured twice. */
  List<PrioritizerScores> prioritizers();

  /** What each filter left over; without a filter that failed and those behind it. */
  List<FilterResult> filterResults();

  /** The sets that are bound to the placement's namespace and exist, by name. */
  List<String> boundClusterSets();

  /** The bound sets that the placement may choose from, by name. */
  List<String> eligibleClusterSets();

  /** The clusters of the eligible sets that are not being deleted, by name. */
  List<String> availableClusters();
}
