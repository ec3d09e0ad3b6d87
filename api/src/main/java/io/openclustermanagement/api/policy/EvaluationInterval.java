package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * How often a policy is checked: a duration, {@code never} or {@code watch}.
 *
 * @param compliant while it holds; absent means {@code watch}
 * @param noncompliant while it is violated; absent means {@code watch}
 */
public record EvaluationInterval(
    @Property(pattern = Patterns.EVALUATION_INTERVAL) @Nullable String compliant,
    @Property(pattern = Patterns.EVALUATION_INTERVAL) @Nullable String noncompliant) {}
