package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * What an exemption covered.
 *
 * @param name the name of the exemption
 * @param until the last day on which it applies
 * @param objects how many objects it covered
 */
public record ExemptedObjects(
    @Property(required = true, minLength = 1) String name,
    @Nullable String until,
    @Property(minimum = 0) @Nullable Long objects) {}
