package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * A job of Ansible.
 *
 * @param type the kind of the job; empty means an AnsibleJob
 * @param name the name of the job template
 * @param extraVars parameters of the job
 * @param secret the secret with the access to the tower
 * @param jobTtl how long the job is kept, in seconds; absent means a day
 * @param policyViolationsLimit how many violations are passed on; absent means 1000, 0 all
 */
public record AutomationDefinition(
    @Nullable String type,
    @Property(required = true, minLength = 1) String name,
    @Property(name = "extra_vars") @Nullable JsonObject extraVars,
    @Property(required = true, minLength = 1) String secret,
    @Property(minimum = 0, format = "int") @Nullable Long jobTtl,
    @Property(minimum = 0, format = "int") @Nullable Long policyViolationsLimit) {}
