package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which clusters a placement wants.
 *
 * @param clusterSets the sets to choose from; empty means all that are bound to the namespace
 * @param numberOfClusters how many; absent means all that match
 * @param predicates which clusters match: at least one predicate has to hold; empty means every
 *     cluster
 * @param prioritizerPolicy which of the matching clusters come first
 * @param spreadPolicy how to spread over regions and the like
 * @param tolerations which taints do not matter
 * @param decisionStrategy how the chosen clusters are grouped
 * @param sortBy how the decisions are ordered
 * @param scoreRateLimit how often scores may change the decisions, a number with {@code h}, {@code
 *     m} or {@code s}
 */
public record PlacementSpec(
    List<String> clusterSets,
    @Nullable Integer numberOfClusters,
    List<ClusterPredicate> predicates,
    @Nullable PrioritizerPolicy prioritizerPolicy,
    @Nullable SpreadPolicy spreadPolicy,
    List<Toleration> tolerations,
    @Nullable DecisionStrategy decisionStrategy,
    @Property(defaultJson = "\"ClusterName\"") @Nullable SortBy sortBy,
    @Property(defaultJson = "\"1m\"", pattern = Patterns.DURATION)
        @Nullable String scoreRateLimit) {
  public PlacementSpec {
    clusterSets = Copies.of(clusterSets);
    predicates = Copies.of(predicates);
    tolerations = Copies.of(tolerations);
  }

  /** A spec that chooses all clusters of all bound sets. */
  public static final PlacementSpec EMPTY =
      new PlacementSpec(List.of(), null, List.of(), null, null, List.of(), null, null, null);
}
