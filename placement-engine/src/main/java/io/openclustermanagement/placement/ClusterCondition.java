package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.ManagedCluster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A cluster selector by itself: what a cluster has to fulfil, all parts together. */
public final class ClusterCondition {
  private static final AddOnScores NO_SCORES = (_, _) -> null;

  private final List<Term> terms;
  private final CelPrograms cel;

  private ClusterCondition(List<Term> terms, CelPrograms cel) {
    this.terms = terms;
    this.cel = cel;
  }

  /**
   * The condition of a selector; scores are not known to it.
   *
   * @throws InvalidSelectorException if a term is malformed
   * @throws CelCompilationException if an expression does not compile
   */
  public static ClusterCondition of(ClusterSelector selector)
      throws InvalidSelectorException, CelCompilationException {
    CelPrograms cel = new CelPrograms(CelSelectors::load);
    List<Term> terms = new ArrayList<>();
    SelectorTerms.of(selector.labelSelector(), selector.claimSelector(), "")
        .forEach(each -> terms.add(each.term()));
    if (selector.celSelector() != null && !selector.celSelector().celExpressions().isEmpty()) {
      cel.compile(selector.celSelector().celExpressions());
      terms.add(new Term.Cel(selector.celSelector().celExpressions()));
    }
    return new ClusterCondition(List.copyOf(terms), cel);
  }

  /** Whether a cluster fulfils it. */
  public boolean holds(ManagedCluster cluster) {
    // No term of a selector changes with the clock.
    return terms.stream().allMatch(term -> term.holds(cluster, NO_SCORES, cel, Instant.EPOCH));
  }
}
