package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a policy checks on each cluster.
 *
 * @param objectDefinition an object of a kind that policies may carry, such as {@code
 *     ConfigurationPolicy}
 * @param extraDependencies what has to be in a given state before this template is applied
 * @param ignorePending whether the policy counts as compliant while this template waits for its
 *     dependencies
 */
public record PolicyTemplate(
    @Property(required = true) JsonObject objectDefinition,
    List<PolicyDependency> extraDependencies,
    @Nullable Boolean ignorePending) {
  public PolicyTemplate {
    extraDependencies = Copies.of(extraDependencies);
  }
}
