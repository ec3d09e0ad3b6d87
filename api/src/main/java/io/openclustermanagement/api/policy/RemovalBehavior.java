package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * What is deleted when an operator must not be there.
 *
 * @param operatorGroups the group
 * @param subscriptions the subscription
 * @param clusterServiceVersions the installed version
 * @param customResourceDefinitions the definitions that came with it
 */
public record RemovalBehavior(
    @Property(defaultJson = "\"DeleteIfUnused\"") @Nullable OperatorGroupRemoval operatorGroups,
    @Property(defaultJson = "\"Delete\"") @Nullable RemovalAction subscriptions,
    @Property(defaultJson = "\"Delete\"") @Nullable RemovalAction clusterServiceVersions,
    @Property(defaultJson = "\"Keep\"") @Nullable RemovalAction customResourceDefinitions) {}
