package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;

/**
 * What became of the objects of a work.
 *
 * @param manifests one for each object
 */
public record ManifestResourceStatus(List<ManifestCondition> manifests) {
  public ManifestResourceStatus {
    manifests = Copies.of(manifests);
  }
}
