package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import java.util.List;

/**
 * Whether the bound set exists.
 *
 * @param conditions observations, by type
 */
public record ManagedClusterSetBindingStatus(List<Condition> conditions) {
  public ManagedClusterSetBindingStatus {
    conditions = Copies.of(conditions);
  }
}
