package io.openclustermanagement.placement;

import org.jspecify.annotations.Nullable;

/**
 * A chosen cluster.
 *
 * @param cluster the name
 * @param score the weighted sum of the prioritizers' scores
 * @param group the decision group the cluster is in; {@code null} when a misconfigured group
 *     strategy lost the cluster: it counts as selected and is in no PlacementDecision
 */
public record Decision(String cluster, long score, @Nullable Group group) {

  /**
   * A decision group.
   *
   * @param index from 0, over all groups of the placement
   * @param name as in {@code decisionGroups[].groupName}, empty for the clusters no group claims
   */
  public record Group(int index, String name) {}
}
