package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mark that keeps placements away from a cluster unless they tolerate it.
 *
 * @param key a qualified name
 * @param value the value that goes with the key
 * @param effect what the taint does
 * @param timeAdded since when it has been there; tolerations with a duration count from it
 */
public record Taint(
    @Property(required = true, pattern = Patterns.QUALIFIED_NAME, maxLength = 316) String key,
    @Property(maxLength = 1024) @Nullable String value,
    @Property(required = true) TaintEffect effect,
    @Property(nullable = true) @Nullable Instant timeAdded) {}
