package io.openclustermanagement.api.meta;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which fields a manager owns, the book-keeping of server-side apply.
 *
 * @param manager who made the change
 * @param operation {@code Apply} or {@code Update}
 * @param apiVersion the version the field set is written in
 * @param time when the entry last changed
 * @param fieldsType always {@code FieldsV1}
 * @param fieldsV1 the field set, a free tree of maps
 * @param subresource the subresource the change went through
 */
public record ManagedFieldsEntry(
    @Nullable String manager,
    @Nullable String operation,
    @Nullable String apiVersion,
    @Nullable Instant time,
    @Nullable String fieldsType,
    @Nullable JsonObject fieldsV1,
    @Nullable String subresource) {}
