package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A value of the status of an object.
 *
 * @param name what it is called
 * @param version the version of the object that the path is about
 * @param path the path below the object, such as {@code .status.phase}
 */
public record FeedbackPath(
    @Property(required = true) String name,
    @Nullable String version,
    @Property(required = true) String path) {}
