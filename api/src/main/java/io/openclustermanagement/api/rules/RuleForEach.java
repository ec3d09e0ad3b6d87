package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;

/**
 * A list that gives one violation for each of its elements.
 *
 * @param variable what the element is called
 * @param expression the list
 */
public record RuleForEach(
    @Property(required = true, pattern = Patterns.CEL_NAME) String variable,
    @Property(required = true, minLength = 1) String expression) {}
