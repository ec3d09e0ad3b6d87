package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.schema.Property;

/**
 * A condition that has to hold.
 *
 * @param expression the condition
 */
public record FleetExpectation(@Property(required = true, minLength = 1) String expression) {}
