package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * An object that a template was compared with.
 *
 * @param object which object
 * @param compliant its state
 * @param reason the cause in a few words
 * @param properties more about it
 */
public record RelatedObject(
    @Nullable ObjectIdentity object,
    @Nullable String compliant,
    @Nullable String reason,
    @Nullable RelatedObjectProperties properties) {}
