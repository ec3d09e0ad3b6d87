package io.openclustermanagement.api.meta;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an object that this one goes with.
 *
 * @param apiVersion group and version of the owner
 * @param kind the owner's kind
 * @param name the owner's name, in the same namespace or cluster scoped
 * @param uid the owner's identity
 * @param controller whether the owner is the controller
 * @param blockOwnerDeletion whether the owner cannot be deleted in the foreground before this
 */
public record OwnerReference(
    @Property(required = true) String apiVersion,
    @Property(required = true) String kind,
    @Property(required = true) String name,
    @Property(required = true) String uid,
    @Nullable Boolean controller,
    @Nullable Boolean blockOwnerDeletion) {}
