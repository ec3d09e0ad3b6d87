package io.openclustermanagement.governance.propagation;

import java.util.List;
import java.util.Optional;

/**
 * That a policy is put on a cluster.
 *
 * @param cluster the name of the cluster
 * @param bindings the names of the bindings that put it there, and of restricted ones that speak of
 *     the cluster as well; sorted
 * @param enforcedBy the first binding that raises the remediation to {@code enforce}
 * @param excluded whether the cluster is left out by a set that other bindings bring
 */
public record Assignment(
    String cluster, List<String> bindings, Optional<String> enforcedBy, boolean excluded) {

  public Assignment {
    bindings = List.copyOf(bindings);
  }
}
