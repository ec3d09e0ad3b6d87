package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;

/**
 * A reported value.
 *
 * @param name what it is called
 * @param fieldValue the value
 */
public record FeedbackValue(
    @Property(required = true) String name, @Property(required = true) FieldValue fieldValue) {}
