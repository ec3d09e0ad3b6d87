package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * The weight of a score.
 *
 * @param scoreCoordinate which score; upstream keeps a pointer, so an engine may meet {@code null}
 * @param weight how much it counts; 0 switches it off
 */
public record PrioritizerConfig(
    @Property(required = true) @Nullable ScoreCoordinate scoreCoordinate,
    @Property(defaultJson = "1", minimum = -10, maximum = 10) @Nullable Integer weight) {}
