package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A value of one of several types.
 *
 * @param type the type
 * @param integer the value of an integer
 * @param string the value of a text
 * @param bool the value of a truth value
 * @param jsonRaw any other value as JSON
 */
public record FieldValue(
    @Property(required = true) FieldValueType type,
    @Nullable Long integer,
    @Nullable String string,
    @Property(name = "boolean") @Nullable Boolean bool,
    @Property(maxLength = 1024) @Nullable String jsonRaw) {}
