package io.openclustermanagement.placement;

import java.util.List;

/**
 * What a filter left over, as upstream's debug server shows it.
 *
 * @param name the filters run so far: {@code Predicate} or {@code Predicate,TaintToleration}
 * @param clusters the clusters left, by name
 */
public record FilterResult(String name, List<String> clusters) {}
