package io.openclustermanagement.placement;

import org.jspecify.annotations.Nullable;

/**
 * Why a cluster was not chosen.
 *
 * @param cluster the name
 * @param stage the first stage that dropped it
 * @param term what it did not meet, such as {@code label region in [eu-west-1]}
 * @param wanted what would have met the term, {@code null} when no single value would
 * @param found what the cluster has instead, {@code null} when it has nothing there
 * @param message the reason as a sentence
 * @param path JSON pointer of the term in the Placement, such as {@code
 *     /spec/predicates/0/requiredClusterSelector/labelSelector/matchExpressions/1}
 */
public record Rejection(
    String cluster,
    Stage stage,
    String term,
    @Nullable String wanted,
    @Nullable String found,
    String message,
    String path) {

  /** The stages in the order in which a cluster passes them. */
  public enum Stage {
    /** The placement is not scheduled at all: it is disabled, being deleted, or its sync fails. */
    SCHEDULING("Scheduling"),
    /** In no cluster set that the placement may choose from. */
    CLUSTER_SET("ClusterSet"),
    /** The cluster is being deleted. */
    TERMINATING("Terminating"),
    /** No predicate matches, or the predicates are misconfigured. */
    PREDICATE("Predicate"),
    /** A taint is not tolerated, or the tolerations are misconfigured. */
    TAINT_TOLERATION("TaintToleration"),
    /** The prioritizers are misconfigured, so that no cluster is chosen. */
    PRIORITIZER("Prioritizer"),
    /** A spread constraint leaves no room. */
    SPREAD_POLICY("SpreadPolicy"),
    /** Enough clusters come before it. */
    NUMBER_OF_CLUSTERS("NumberOfClusters");

    private final String wireName;

    Stage(String wireName) {
      this.wireName = wireName;
    }

    /** The name in output. */
    public String wireName() {
      return wireName;
    }
  }
}
