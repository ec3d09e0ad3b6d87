package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the works are.
 *
 * @param conditions what was observed
 * @param summary how many works there are
 * @param placementSummary the same for each placement
 */
public record ManifestWorkReplicaSetStatus(
    @Property(listMapKeys = "type") List<Condition> conditions,
    @Nullable ManifestWorkReplicaSetSummary summary,
    List<PlacementSummary> placementSummary) {
  public ManifestWorkReplicaSetStatus {
    conditions = Copies.of(conditions);
    placementSummary = Copies.of(placementSummary);
  }
}
