package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * Messages other than the usual, as Go templates.
 *
 * @param compliant the message of an object that is as it should be
 * @param noncompliant the message of a violation
 */
public record CustomMessage(@Nullable String compliant, @Nullable String noncompliant) {}
