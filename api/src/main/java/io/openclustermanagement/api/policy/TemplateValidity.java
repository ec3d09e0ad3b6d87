package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * Whether a template can be used.
 *
 * @param valid whether it can
 * @param reason why not
 */
public record TemplateValidity(@Nullable Boolean valid, @Nullable String reason) {}
