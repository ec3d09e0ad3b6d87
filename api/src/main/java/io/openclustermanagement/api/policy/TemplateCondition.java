package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.Property;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a template.
 *
 * @param type {@code violation} or {@code notification}
 * @param status whether it holds
 * @param reason the cause in a few words
 * @param message the cause as a sentence
 * @param lastTransitionTime when the status last changed
 */
public record TemplateCondition(
    @Property(required = true) String type,
    @Nullable String status,
    @Nullable String reason,
    @Nullable String message,
    @Nullable Instant lastTransitionTime) {}
