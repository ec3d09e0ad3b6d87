package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the chosen clusters are grouped.
 *
 * @param decisionGroups named groups, in order; a cluster goes to the first that fits
 * @param clustersPerDecisionGroup the largest size of a group, a number or a percentage of the
 *     chosen clusters
 */
public record GroupStrategy(
    List<DecisionGroup> decisionGroups,
    @Property(defaultJson = "\"100%\"", pattern = Patterns.NUMBER_OR_PERCENTAGE)
        @Nullable IntOrString clustersPerDecisionGroup) {
  public GroupStrategy {
    decisionGroups = Copies.of(decisionGroups);
  }
}
