package io.openclustermanagement.placement.explain;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.placement.Fleet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A fleet and a placement as they might be.
 *
 * @param fleet the fleet
 * @param placement the placement
 */
public record Hypothesis(Fleet fleet, Placement placement) {

  /** This with every change made, in order. */
  public Hypothesis with(List<Change> changes) {
    Hypothesis changed = this;
    for (Change change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }

  Hypothesis withCluster(String name, UnaryOperator<ManagedCluster> change) {
    ManagedCluster cluster = Objects.requireNonNull(fleet.cluster(name), name);
    return new Hypothesis(fleet.with(change.apply(cluster)), placement);
  }
}
