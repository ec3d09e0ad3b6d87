package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of chosen clusters.
 *
 * @param decisionGroupIndex its index, from 0
 * @param decisionGroupName its name; empty for the clusters of no named group
 * @param decisions the names of the {@link PlacementDecision}s that hold it
 * @param clusterCount how many clusters it has
 */
public record DecisionGroupStatus(
    @Nullable Integer decisionGroupIndex,
    @Nullable String decisionGroupName,
    List<String> decisions,
    @Property(defaultJson = "0") @Nullable Integer clusterCount) {
  public DecisionGroupStatus {
    decisions = Copies.of(decisions);
  }
}
