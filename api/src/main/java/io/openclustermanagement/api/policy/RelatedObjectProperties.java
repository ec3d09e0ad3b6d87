package io.openclustermanagement.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * More about an object that was looked at.
 *
 * @param createdByPolicy whether the policy created it
 * @param uid its identity over its life
 * @param diff how it differs, as a unified diff
 * @param matchesAfterDryRun whether the API server saw no difference
 */
public record RelatedObjectProperties(
    @Nullable Boolean createdByPolicy,
    @Nullable String uid,
    @Nullable String diff,
    @Nullable Boolean matchesAfterDryRun) {}
