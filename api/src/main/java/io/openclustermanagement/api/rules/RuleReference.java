package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.schema.Property;

/**
 * A rule of a policy.
 *
 * @param policy the name of the policy
 * @param rule the name of the rule
 */
public record RuleReference(
    @Property(required = true, minLength = 1) String policy,
    @Property(required = true, minLength = 1) String rule) {}
