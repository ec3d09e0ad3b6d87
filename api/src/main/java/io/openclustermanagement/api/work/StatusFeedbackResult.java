package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;

/**
 * Reported values of the status of an object.
 *
 * @param values the values
 */
public record StatusFeedbackResult(@Property(listMapKeys = "name") List<FeedbackValue> values) {
  public StatusFeedbackResult {
    values = Copies.of(values);
  }
}
