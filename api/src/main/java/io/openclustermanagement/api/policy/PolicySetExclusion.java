package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clusters that a policy of a set does not reach.
 *
 * @param policyName the name of the policy
 * @param clusterNames the names of the clusters
 * @param reason why
 */
public record PolicySetExclusion(
    @Property(required = true, minLength = 1) String policyName,
    @Property(required = true, minLength = 1, minItems = 1) List<String> clusterNames,
    @Nullable String reason) {
  public PolicySetExclusion {
    clusterNames = Copies.of(clusterNames);
  }
}
