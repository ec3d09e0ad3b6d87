package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * How a set finds its members.
 *
 * @param selectorType by the exclusive label or by a selector
 * @param labelSelector the selector, for {@code LabelSelector}
 */
public record ManagedClusterSelector(
    @Property(required = true, defaultJson = "\"ExclusiveClusterSetLabel\"")
        @Nullable SelectorType selectorType,
    @Nullable LabelSelector labelSelector) {}
