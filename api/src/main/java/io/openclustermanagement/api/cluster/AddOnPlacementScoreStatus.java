package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of an add-on.
 *
 * @param conditions observations, by type
 * @param scores the scores, by name
 * @param validUntil after this time the scores count as 0
 */
public record AddOnPlacementScoreStatus(
    @Property(listMapKeys = "type") List<Condition> conditions,
    @Property(listMapKeys = "name") List<AddOnPlacementScoreItem> scores,
    @Nullable Instant validUntil) {
  public AddOnPlacementScoreStatus {
    conditions = Copies.of(conditions);
    scores = Copies.of(scores);
  }
}
