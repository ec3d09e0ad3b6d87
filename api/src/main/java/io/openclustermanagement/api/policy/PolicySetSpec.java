package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which policies go together.
 *
 * @param description what the set is for
 * @param policies the names of the policies, in the same namespace
 * @param exclusions which policies do not reach which clusters
 */
public record PolicySetSpec(
    @Nullable String description,
    @Property(required = true, minLength = 1) List<String> policies,
    List<PolicySetExclusion> exclusions) {
  public PolicySetSpec {
    policies = Copies.of(policies);
    exclusions = Copies.of(exclusions);
  }
}
