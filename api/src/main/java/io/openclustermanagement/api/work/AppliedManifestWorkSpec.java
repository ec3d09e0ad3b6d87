package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Which work was applied.
 *
 * @param hubHash a hash of the hub
 * @param agentId the agent that applied it
 * @param manifestWorkName the name of the work
 */
public record AppliedManifestWorkSpec(
    @Property(required = true) String hubHash,
    @Property(name = "agentID") @Nullable String agentId,
    @Property(required = true) String manifestWorkName) {}
