package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Which job is started when.
 *
 * @param policyRef the name of the policy, in the same namespace
 * @param eventHook what starts the job
 * @param mode how often
 * @param rescanAfter reserved
 * @param delayAfterRunSeconds the least time between two runs for a cluster, in seconds, for {@code
 *     everyEvent}
 * @param automationDef the job
 */
public record PolicyAutomationSpec(
    @Property(required = true, minLength = 1) String policyRef,
    @Property(defaultJson = "\"noncompliant\"") @Nullable AutomationEvent eventHook,
    @Property(required = true) AutomationMode mode,
    @Nullable String rescanAfter,
    @Property(minimum = 0, format = "int") @Nullable Long delayAfterRunSeconds,
    @Property(required = true) AutomationDefinition automationDef) {}
