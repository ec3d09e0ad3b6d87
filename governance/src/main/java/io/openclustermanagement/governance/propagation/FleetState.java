package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.governance.Inventory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * All that policies are judged by: the hub, and the objects of each cluster that are known.
 *
 * @param hub what decides which policy is where
 * @param inventories by the name of the cluster; of one that is absent nothing is known
 * @param now the time of the evaluation
 */
public record FleetState(HubSnapshot hub, Map<String, Inventory> inventories, Instant now) {

  public FleetState {
    inventories = Map.copyOf(inventories);
  }

  /** The same with other objects on one cluster. */
  public FleetState with(String cluster, Inventory inventory) {
    Map<String, Inventory> changed = new HashMap<>(inventories);
    changed.put(cluster, inventory);
    return new FleetState(hub, changed, now);
  }

  /** The same with another hub. */
  public FleetState with(HubSnapshot changed) {
    return new FleetState(changed, inventories, now);
  }
}
