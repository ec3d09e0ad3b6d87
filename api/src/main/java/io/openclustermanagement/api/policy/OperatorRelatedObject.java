package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * An object of an operator that was looked at.
 *
 * @param object which object
 * @param compliant its state
 * @param reason the cause in a few words
 * @param properties more about it
 */
public record OperatorRelatedObject(
    @Nullable ObjectIdentity object,
    @Nullable String compliant,
    @Nullable String reason,
    @Nullable OperatorObjectProperties properties) {}
