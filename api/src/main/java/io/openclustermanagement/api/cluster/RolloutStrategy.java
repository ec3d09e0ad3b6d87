package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * In which order clusters get something new ({@code cluster/v1alpha1 RolloutStrategy}).
 *
 * @param type the order
 * @param all the details of {@code All}
 * @param progressive the details of {@code Progressive}
 * @param progressivePerGroup the details of {@code ProgressivePerGroup}
 */
public record RolloutStrategy(
    @Property(defaultJson = "\"All\"") @Nullable RolloutType type,
    @Nullable RolloutAll all,
    @Nullable RolloutProgressive progressive,
    @Nullable RolloutProgressivePerGroup progressivePerGroup) {}
