package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ClusterClaimSelector;
import io.openclustermanagement.api.cluster.GroupClusterSelector;
import io.openclustermanagement.api.meta.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms of the label and claim selectors of a predicate or decision group. */
final class SelectorTerms {
  private SelectorTerms() {}

  /** A term and the JSON pointer of the place where it was written. */
  record Located(Term term, String pointer) {}

  static List<Located> of(GroupClusterSelector selector) throws InvalidSelectorException {
    return of(selector.labelSelector(), selector.claimSelector(), "");
  }

  static List<Located> of(
      @Nullable LabelSelector labels, @Nullable ClusterClaimSelector claims, String pointer)
      throws InvalidSelectorException {
    List<Located> terms = new ArrayList<>();
    if (labels != null) {
      for (Selectors.Located term : Selectors.of(labels)) {
        String at = pointer + "/labelSelector" + term.pointer();
        terms.add(new Located(new Term.Label(term.requirement()), at));
      }
    }
    if (claims != null) {
      for (Selectors.Located term : Selectors.of(claims.matchExpressions())) {
        String at = pointer + "/claimSelector" + term.pointer();
        terms.add(new Located(new Term.Claim(term.requirement()), at));
      }
    }
    return terms;
  }
}
