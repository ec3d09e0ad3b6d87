package io.openclustermanagement.dsl.syntax;

import org.jspecify.annotations.Nullable;

/**
 * {@code violation of rule at Pod "team-a/web" message "text"}: an expected violation.
 *
 * @param kind the kind of the resource, or null; given together with its name
 * @param message what the message contains, or null
 */
public record Violation(
    QualifiedName rule,
    @Nullable KindName kind,
    @Nullable StringLiteral resource,
    @Nullable StringLiteral message,
    Origin at)
    implements Node {}
