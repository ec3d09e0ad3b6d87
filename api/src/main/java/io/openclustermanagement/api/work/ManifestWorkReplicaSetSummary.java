package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * How many works are in which state.
 *
 * @param total all
 * @param available those whose objects are there
 * @param progressing those that are under way
 * @param degraded those with a failure
 * @param applied those that were applied
 * @param desiredTotal how many there are to be
 * @param updated those that are up to date
 */
public record ManifestWorkReplicaSetSummary(
    @Property(format = "int") @Nullable Long total,
    @Property(format = "int") @Nullable Long available,
    @Property(format = "int") @Nullable Long progressing,
    @Property(format = "int") @Nullable Long degraded,
    @Property(format = "int") @Nullable Long applied,
    @Property(format = "int") @Nullable Long desiredTotal,
    @Property(format = "int") @Nullable Long updated) {}
