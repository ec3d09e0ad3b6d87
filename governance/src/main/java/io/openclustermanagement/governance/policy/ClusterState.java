package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.governance.Inventory;
import java.time.Instant;
import java.util.Optional;

/**
 * A cluster as policies find it.
 *
 * @param name of the cluster; empty if nobody said it
 * @param resource what the hub knows of it; empty where only its objects are known
 * @param inventory its objects
 * @param now the time of the evaluation
 */
public record ClusterState(
    String name, Optional<ManagedCluster> resource, Inventory inventory, Instant now) {}
