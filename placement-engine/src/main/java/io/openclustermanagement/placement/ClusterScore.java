package io.openclustermanagement.placement;

import java.util.Map;

/**
 * The score of a cluster that passed the filters.
 *
 * @param cluster the name
 * @param total the weighted sum
 * @param prioritizers score by prioritizer before weighting, keyed {@code Balance}, {@code Steady},
 *     {@code ResourceAllocatableCPU}, {@code ResourceAllocatableMemory} or {@code
 *     AddOn/<resourceName>/<scoreName>}; a cluster without the resource has no entry, which counts
 *     as 0
 */
public record ClusterScore(String cluster, long total, Map<String, Long> prioritizers) {}
