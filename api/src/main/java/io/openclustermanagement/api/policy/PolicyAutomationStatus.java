package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import java.util.Map;

/**
 * When jobs ran.
 *
 * @param clustersWithEvent the last run, by cluster
 */
public record PolicyAutomationStatus(Map<String, ClusterEvent> clustersWithEvent) {
  public PolicyAutomationStatus {
    clustersWithEvent = Copies.of(clustersWithEvent);
  }
}
