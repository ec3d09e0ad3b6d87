package io.openclustermanagement.api.work;

import org.jspecify.annotations.Nullable;

/**
 * With whose rights objects are applied.
 *
 * @param subject who it is
 */
public record ManifestWorkExecutor(@Nullable ManifestWorkExecutorSubject subject) {}
