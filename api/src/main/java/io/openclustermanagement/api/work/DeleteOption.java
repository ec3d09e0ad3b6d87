package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the objects when their work goes.
 *
 * @param propagationPolicy whether they go
 * @param selectivelyOrphans which stay, for {@code SelectivelyOrphan}
 * @param ttlSecondsAfterFinished how long the work is kept after it is complete, in seconds; absent
 *     means for ever
 */
public record DeleteOption(
    @Property(defaultJson = "\"Foreground\"") @Nullable DeletePropagationPolicy propagationPolicy,
    @Nullable SelectivelyOrphan selectivelyOrphans,
    @Nullable Long ttlSecondsAfterFinished) {}
