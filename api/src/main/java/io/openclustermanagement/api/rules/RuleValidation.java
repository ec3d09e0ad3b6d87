package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * What is a violation.
 *
 * @param forEach the list whose elements are looked at one by one; absent means the object as a
 *     whole
 * @param denyExpression the condition that makes a violation
 * @param messageExpression the message of a violation
 */
public record RuleValidation(
    @Nullable RuleForEach forEach,
    @Property(required = true, minLength = 1) String denyExpression,
    @Property(required = true, minLength = 1) String messageExpression) {}
