package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.schema.Property;
import java.util.List;

/**
 * Objects of any kind.
 *
 * @param manifests the objects
 */
public record ManifestsTemplate(@Property(embedded = true) List<JsonObject> manifests) {
  public ManifestsTemplate {
    manifests = Copies.of(manifests);
  }
}
