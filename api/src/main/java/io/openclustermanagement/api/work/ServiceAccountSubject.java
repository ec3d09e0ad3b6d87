package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;

/**
 * A service account of the cluster.
 *
 * @param namespace the namespace
 * @param name the name
 */
public record ServiceAccountSubject(
    @Property(required = true, pattern = Patterns.SERVICE_ACCOUNT, minLength = 1, maxLength = 253)
        String namespace,
    @Property(required = true, pattern = Patterns.SERVICE_ACCOUNT, minLength = 1, maxLength = 253)
        String name) {}
