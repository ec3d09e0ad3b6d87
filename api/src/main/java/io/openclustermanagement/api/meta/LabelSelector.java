package io.openclustermanagement.api.meta;

import io.openclustermanagement.api.schema.Atomic;
import java.util.List;
import java.util.Map;

/**
 * A query over labels ({@code metav1.LabelSelector}); all parts have to match, an empty selector
 * matches everything.
 *
 * @param matchExpressions terms with an operator
 * @param matchLabels labels that must have exactly these values
 */
@Atomic
public record LabelSelector(
    @Atomic List<LabelSelectorRequirement> matchExpressions, Map<String, String> matchLabels) {

  public LabelSelector {
    matchExpressions = Copies.of(matchExpressions);
    matchLabels = Copies.of(matchLabels);
  }
}
