package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.cluster.ClusterClaimSelector;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.compiler.check.Labels;
import io.openclustermanagement.compiler.emit.Normal.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Label and claim selectors from terms. Each term stays a requirement of its own, so that an
 * explanation can point at it; an equality with one value goes to {@code matchLabels} as long as
 * its key is free there.
 */
final class Selectors {

  private final Pointers pointers;

  Selectors(Pointers pointers) {
    this.pointers = pointers;
  }

  /** Whether a selector takes a text as a value: upstream checks claims like labels. */
  static boolean isSelectable(String value) {
    return Labels.valueProblem(value).isEmpty();
  }

  static boolean isSelectableKey(String key) {
    return Labels.keyProblem(key).isEmpty();
  }

  /** The selector over labels; null without a term. */
  @Nullable LabelSelector labels(List<Selector> terms, String pointer) {
    Map<String, String> matchLabels = new LinkedHashMap<>();
    List<LabelSelectorRequirement> expressions = new ArrayList<>();
    for (Selector term : terms) {
      LabelSelectorRequirement requirement = term.requirement();
      if (!term.isLabel()) {
        continue;
      }
      if (term.simple() && !matchLabels.containsKey(requirement.key())) {
        matchLabels.put(requirement.key(), requirement.values().getFirst());
        pointers.put(pointer + "/matchLabels", requirement.key(), term.origin());
      } else {
        pointers.put(pointer + "/matchExpressions", expressions.size(), term.origin());
        expressions.add(requirement);
      }
    }
    return matchLabels.isEmpty() && expressions.isEmpty()
        ? null
        : new LabelSelector(expressions, matchLabels);
  }

  /** The selector over claims; null without a term. */
  @Nullable ClusterClaimSelector claims(List<Selector> terms, String pointer) {
    List<LabelSelectorRequirement> expressions = new ArrayList<>();
    for (Selector term : terms) {
      if (!term.isLabel()) {
        pointers.put(pointer + "/matchExpressions", expressions.size(), term.origin());
        expressions.add(term.requirement());
      }
    }
    return expressions.isEmpty() ? null : new ClusterClaimSelector(expressions);
  }
}
