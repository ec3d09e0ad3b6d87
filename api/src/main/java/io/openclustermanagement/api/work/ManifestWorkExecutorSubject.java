package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Who applies objects.
 *
 * @param type what it is
 * @param serviceAccount the service account
 */
public record ManifestWorkExecutorSubject(
    @Property(required = true) ExecutorSubjectType type,
    @Nullable ServiceAccountSubject serviceAccount) {}
