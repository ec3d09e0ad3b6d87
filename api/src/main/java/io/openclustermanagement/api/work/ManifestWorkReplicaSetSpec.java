package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which work goes where.
 *
 * @param manifestWorkTemplate the work of each cluster
 * @param placementRefs the placements that choose the clusters
 * @param cascadeDeletionPolicy whether the works are waited for when it is deleted
 */
public record ManifestWorkReplicaSetSpec(
    @Nullable ManifestWorkSpec manifestWorkTemplate,
    @Property(required = true, minItems = 1) List<LocalPlacementReference> placementRefs,
    @Property(required = true, defaultJson = "\"Background\"")
        @Nullable CascadeDeletionPolicy cascadeDeletionPolicy) {
  public ManifestWorkReplicaSetSpec {
    placementRefs = Copies.of(placementRefs);
  }
}
