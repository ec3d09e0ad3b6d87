package io.openclustermanagement.api.cluster;

/** Keys of labels, annotations and taints of the cluster API. */
public final class ClusterLabels {
  /** Label of a cluster: the exclusive set it belongs to. */
  public static final String CLUSTER_SET = "cluster.open-cluster-management.io/clusterset";

  /** Label: the cluster that an object belongs to. */
  public static final String CLUSTER_NAME = "open-cluster-management.io/cluster-name";

  /** Label of a ClusterClaim that is not reported to the hub. */
  public static final String SPOKE_ONLY = "open-cluster-management.io/spoke-only";

  /** Label of a PlacementDecision: the placement. */
  public static final String PLACEMENT = "cluster.open-cluster-management.io/placement";

  /** Label of a PlacementDecision: the index of the group. */
  public static final String DECISION_GROUP_INDEX =
      "cluster.open-cluster-management.io/decision-group-index";

  /** Label of a PlacementDecision: the name of the group. */
  public static final String DECISION_GROUP_NAME =
      "cluster.open-cluster-management.io/decision-group-name";

  /** Annotation of a placement: {@code "true"} keeps the scheduler away. */
  public static final String SCHEDULING_DISABLE =
      "cluster.open-cluster-management.io/experimental-scheduling-disable";

  /** Annotation of a built-in set: {@code "false"} keeps an edited selector. */
  public static final String AUTO_UPDATE = "cluster.open-cluster-management.io/autoupdate";

  /** Taint of a cluster whose agent does not report. */
  public static final String TAINT_UNREACHABLE = "cluster.open-cluster-management.io/unreachable";

  /** Taint of a cluster whose API server does not answer. */
  public static final String TAINT_UNAVAILABLE = "cluster.open-cluster-management.io/unavailable";

  private ClusterLabels() {}
}
