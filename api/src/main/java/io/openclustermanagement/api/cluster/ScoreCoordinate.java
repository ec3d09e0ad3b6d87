package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Which score.
 *
 * @param type where it comes from
 * @param builtIn a score that the scheduler computes, such as {@code Balance}; the API server takes
 *     any text
 * @param addOn which score of an add-on
 */
public record ScoreCoordinate(
    @Property(required = true, defaultJson = "\"BuiltIn\"") @Nullable ScoreCoordinateType type,
    @Nullable String builtIn,
    @Nullable AddOnScore addOn) {}
