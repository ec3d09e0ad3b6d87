package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a placement chose.
 *
 * @param numberOfSelectedClusters how many clusters
 * @param decisionGroups the groups, by index
 * @param conditions observations, by type
 * @param lastScoreUpdateTime when scores last changed the decisions
 */
public record PlacementStatus(
    @Nullable Integer numberOfSelectedClusters,
    List<DecisionGroupStatus> decisionGroups,
    @Property(listMapKeys = "type") List<Condition> conditions,
    @Nullable Instant lastScoreUpdateTime) {
  public PlacementStatus {
    decisionGroups = Copies.of(decisionGroups);
    conditions = Copies.of(conditions);
  }
}
