package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an object of a work.
 *
 * @param resourceMeta which object
 * @param statusFeedback reported values of its status
 * @param conditions what was observed
 */
public record ManifestCondition(
    @Property(required = true) ManifestResourceMeta resourceMeta,
    @Nullable StatusFeedbackResult statusFeedback,
    @Property(required = true, listMapKeys = "type") List<Condition> conditions) {
  public ManifestCondition {
    conditions = Copies.of(conditions);
  }
}
