package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;

/**
 * The clusters of a decision.
 *
 * @param decisions the clusters, at most 100
 */
public record PlacementDecisionStatus(@Property(required = true) List<ClusterDecision> decisions) {
  public PlacementDecisionStatus {
    decisions = Copies.of(decisions);
  }
}
