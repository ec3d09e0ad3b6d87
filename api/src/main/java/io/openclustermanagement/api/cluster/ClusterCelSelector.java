package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;

/**
 * Expressions of the Common Expression Language over the whole object; all have to hold.
 *
 * @param celExpressions the expressions, with the variable {@code managedCluster}
 */
public record ClusterCelSelector(List<String> celExpressions) {
  public ClusterCelSelector {
    celExpressions = Copies.of(celExpressions);
  }
}
