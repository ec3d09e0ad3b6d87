package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * An object that stays when its work goes.
 *
 * @param group the group, empty for the core group
 * @param resource the plural name
 * @param name the name
 * @param namespace the namespace, if it has one
 */
public record OrphaningRule(
    @Nullable String group,
    @Property(required = true) String resource,
    @Property(required = true) String name,
    @Nullable String namespace) {}
