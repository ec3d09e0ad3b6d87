package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import java.util.List;

/**
 * Terms over the claims of a cluster; all have to hold.
 *
 * @param matchExpressions the terms
 */
public record ClusterClaimSelector(List<LabelSelectorRequirement> matchExpressions) {
  public ClusterClaimSelector {
    matchExpressions = Copies.of(matchExpressions);
  }
}
