package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * An object that was applied.
 *
 * @param group the group, empty for the core group
 * @param version the version
 * @param resource the plural name
 * @param name the name
 * @param namespace the namespace, if it has one
 * @param uid its identity over its life
 */
public record AppliedResource(
    @Nullable String group,
    @Property(required = true) String version,
    @Property(required = true) String resource,
    @Property(required = true) String name,
    @Nullable String namespace,
    @Nullable String uid) {}
