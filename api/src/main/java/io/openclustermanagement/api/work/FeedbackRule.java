package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;

/**
 * Which values of an object are reported.
 *
 * @param type which
 * @param jsonPaths where they stand, for {@code JSONPaths}
 */
public record FeedbackRule(
    @Property(required = true) FeedbackRuleType type,
    @Property(listMapKeys = "name") List<FeedbackPath> jsonPaths) {
  public FeedbackRule {
    jsonPaths = Copies.of(jsonPaths);
  }
}
