package io.openclustermanagement.api.cluster;

/** Types and reasons of conditions of the cluster API. */
public final class ClusterConditions {
  /** Type on a cluster: the hub accepted it. */
  public static final String HUB_ACCEPTED = "HubAcceptedManagedCluster";

  /** Type on a cluster: its agent joined the hub. */
  public static final String JOINED = "ManagedClusterJoined";

  /** Type on a cluster: its API server answers. */
  public static final String AVAILABLE = "ManagedClusterConditionAvailable";

  /** Type on a cluster: its clock agrees with the hub's. */
  public static final String CLOCK_SYNCED = "ManagedClusterConditionClockSynced";

  /** Type on a set: it has no members. */
  public static final String CLUSTER_SET_EMPTY = "ClusterSetEmpty";

  /** Reason: the set has no members. */
  public static final String NO_CLUSTER_MATCHED = "NoClusterMatched";

  /** Reason: the set has members. */
  public static final String CLUSTERS_SELECTED = "ClustersSelected";

  /** Type on a binding: its set exists. */
  public static final String BOUND = "Bound";

  /** Reason: the set exists. */
  public static final String CLUSTER_SET_BOUND = "ClusterSetBound";

  /** Reason: the set does not exist. */
  public static final String CLUSTER_SET_NOT_FOUND = "ClusterSetNotFound";

  /** Type on a placement: it has as many clusters as it wants. */
  public static final String PLACEMENT_SATISFIED = "PlacementSatisfied";

  /** Reason: no set is bound to the namespace. */
  public static final String NO_MANAGED_CLUSTER_SET_BINDINGS = "NoManagedClusterSetBindings";

  /** Reason: none of the wanted sets is bound to the namespace. */
  public static final String NO_INTERSECTION = "NoIntersection";

  /** Reason: the sets have no members. */
  public static final String ALL_MANAGED_CLUSTER_SETS_EMPTY = "AllManagedClusterSetsEmpty";

  /** Reason: no cluster was chosen. */
  public static final String NO_MANAGED_CLUSTER_MATCHED = "NoManagedClusterMatched";

  /** Reason: as many clusters were chosen as wanted. */
  public static final String ALL_DECISIONS_SCHEDULED = "AllDecisionsScheduled";

  /** Reason: fewer clusters were chosen than wanted. */
  public static final String NOT_ALL_DECISIONS_SCHEDULED = "NotAllDecisionsScheduled";

  /** Type on a placement: its configuration makes no sense. */
  public static final String PLACEMENT_MISCONFIGURED = "PlacementMisconfigured";

  /** Reason: the configuration makes no sense. */
  public static final String MISCONFIGURED = "Misconfigured";

  /** Reason: nothing is wrong with the configuration. The spelling is upstream's. */
  public static final String SUCCEED_CONFIGURED = "Succeedconfigured";

  private ClusterConditions() {}
}
