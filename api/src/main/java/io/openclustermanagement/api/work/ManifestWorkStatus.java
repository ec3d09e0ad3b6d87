package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a work.
 *
 * @param conditions what was observed
 * @param resourceStatus the same for each object
 */
public record ManifestWorkStatus(
    @Property(listMapKeys = "type") List<Condition> conditions,
    @Nullable ManifestResourceStatus resourceStatus) {
  public ManifestWorkStatus {
    conditions = Copies.of(conditions);
  }
}
