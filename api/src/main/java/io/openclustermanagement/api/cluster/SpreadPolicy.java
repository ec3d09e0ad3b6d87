package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;

/**
 * How to spread the chosen clusters.
 *
 * @param spreadConstraints the constraints
 */
public record SpreadPolicy(@Property(maxItems = 8) List<SpreadConstraintsTerm> spreadConstraints) {
  public SpreadPolicy {
    spreadConstraints = Copies.of(spreadConstraints);
  }
}
