package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which objects were applied.
 *
 * @param appliedResources the objects
 * @param evictionStartTime since when the work is gone from the hub
 */
public record AppliedManifestWorkStatus(
    List<AppliedResource> appliedResources, @Nullable Instant evictionStartTime) {
  public AppliedManifestWorkStatus {
    appliedResources = Copies.of(appliedResources);
  }
}
