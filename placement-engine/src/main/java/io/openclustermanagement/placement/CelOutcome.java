package io.openclustermanagement.placement;

import org.jspecify.annotations.Nullable;

/**
 * What a CEL expression gave on one cluster.
 *
 * @param matched whether the value was the boolean true; an error is not a match
 * @param cost what the evaluation cost, in units of the CEL cost model
 * @param problem why there is no boolean value, as a sentence for a person; {@code null} when there
 *     is one
 */
public record CelOutcome(boolean matched, long cost, @Nullable String problem) {}
