package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * More about an object of an operator.
 *
 * @param createdByPolicy whether the policy created it
 * @param uid its identity over its life
 */
public record OperatorObjectProperties(@Nullable Boolean createdByPolicy, @Nullable String uid) {}
