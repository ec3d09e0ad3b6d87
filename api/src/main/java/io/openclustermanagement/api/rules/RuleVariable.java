package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;

/**
 * A named expression, which later ones read as {@code variables.NAME}.
 *
 * @param name the name
 * @param expression the expression
 */
public record RuleVariable(
    @Property(required = true, pattern = Patterns.CEL_NAME) String name,
    @Property(required = true, minLength = 1) String expression) {}
