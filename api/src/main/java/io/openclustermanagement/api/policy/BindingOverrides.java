package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a binding changes in the policies that it brings.
 *
 * @param remediationAction what to do about violations, over what the policies say
 */
public record BindingOverrides(@Nullable OverrideAction remediationAction) {}
