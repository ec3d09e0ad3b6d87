package io.openclustermanagement.placement;

import java.util.Map;

/**
 * What one prioritizer gave.
 *
 * @param name such as {@code Balance} or {@code AddOn/usage/cpu}
 * @param weight what its scores are multiplied with
 * @param scores score by cluster, without clusters that lack the resource
 */
public record PrioritizerScores(String name, int weight, Map<String, Long> scores) {}
