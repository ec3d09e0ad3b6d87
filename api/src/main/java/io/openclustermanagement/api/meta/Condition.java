package io.openclustermanagement.api.meta;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One observation about an object ({@code metav1.Condition}).
 *
 * @param type what is observed, unique in its list
 * @param status whether it holds
 * @param observedGeneration the generation of the object that was looked at
 * @param lastTransitionTime when the status last changed
 * @param reason the cause in one word
 * @param message the cause as a sentence, possibly empty
 */
public record Condition(
    @Property(required = true, pattern = Patterns.QUALIFIED_NAME, maxLength = 316) String type,
    @Property(required = true) ConditionStatus status,
    @Property(minimum = 0) @Nullable Long observedGeneration,
    @Property(required = true) Instant lastTransitionTime,
    @Property(required = true, pattern = Patterns.REASON, minLength = 1, maxLength = 1024)
        String reason,
    @Property(required = true, maxLength = 32768) String message) {

  /** The condition of the given type. */
  public static Optional<Condition> find(List<Condition> conditions, String type) {
    return conditions.stream().filter(c -> c.type().equals(type)).findFirst();
  }
}
