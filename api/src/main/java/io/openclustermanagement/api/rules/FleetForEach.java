package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * The elements or groups that a rule has to hold for.
 *
 * @param variable what the element or group is called
 * @param expression the list
 * @param groupBy the key of the group of an {@code item}; a group has {@code key}, {@code members}
 *     and {@code size}
 */
public record FleetForEach(
    @Property(required = true, pattern = Patterns.CEL_NAME) String variable,
    @Property(required = true, minLength = 1) String expression,
    @Property(minLength = 1) @Nullable String groupBy) {}
