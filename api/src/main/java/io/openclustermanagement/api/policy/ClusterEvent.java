package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.Property;

/**
 * The last run of a job for a cluster.
 *
 * @param automationStartTime when the job was started
 * @param eventTime when the policy was violated
 */
public record ClusterEvent(
    @Property(required = true) String automationStartTime,
    @Property(required = true) String eventTime) {}
