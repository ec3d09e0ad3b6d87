package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * How an object is changed.
 *
 * @param type the way
 * @param serverSideApply the details of {@code ServerSideApply}
 */
public record UpdateStrategy(
    @Property(required = true, defaultJson = "\"Update\"") @Nullable UpdateStrategyType type,
    @Nullable ServerSideApplyConfig serverSideApply) {}
