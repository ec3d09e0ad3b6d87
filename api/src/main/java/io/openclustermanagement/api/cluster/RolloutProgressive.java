package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cluster by cluster.
 *
 * @param minSuccessTime how long a cluster has to be well before the next ones follow
 * @param progressDeadline after how long a cluster that is not ready counts as failed
 * @param maxFailures how many clusters may fail, a number or a percentage
 * @param mandatoryDecisionGroups the groups that come first, one after the other
 * @param maxConcurrency how many clusters are under way at a time, a number or a percentage
 */
public record RolloutProgressive(
    @Property(defaultJson = "\"0\"") @Nullable String minSuccessTime,
    @Property(defaultJson = "\"None\"", pattern = Patterns.DEADLINE)
        @Nullable String progressDeadline,
    @Property(defaultJson = "0", pattern = Patterns.COUNT_OR_PERCENTAGE)
        @Nullable IntOrString maxFailures,
    List<MandatoryDecisionGroup> mandatoryDecisionGroups,
    @Property(pattern = Patterns.COUNT_OR_PERCENTAGE) @Nullable IntOrString maxConcurrency) {
  public RolloutProgressive {
    mandatoryDecisionGroups = Copies.of(mandatoryDecisionGroups);
  }
}
