package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import java.util.List;

/**
 * Whether a set has members.
 *
 * @param conditions observations, by type
 */
public record ManagedClusterSetStatus(List<Condition> conditions) {
  public ManagedClusterSetStatus {
    conditions = Copies.of(conditions);
  }
}
