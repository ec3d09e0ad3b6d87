package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * An object of a work.
 *
 * @param ordinal its index among the manifests
 * @param group the group, empty for the core group
 * @param version the version
 * @param kind the kind
 * @param resource the plural name
 * @param name the name
 * @param namespace the namespace, if it has one
 */
public record ManifestResourceMeta(
    @Property(required = true) Integer ordinal,
    @Nullable String group,
    @Nullable String version,
    @Nullable String kind,
    @Nullable String resource,
    @Nullable String name,
    @Nullable String namespace) {}
