package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * How templates are resolved on the hub.
 *
 * @param serviceAccountName the service account in the namespace of the policy whose rights look-
 *     ups have
 */
public record HubTemplateOptions(@Nullable String serviceAccountName) {}
