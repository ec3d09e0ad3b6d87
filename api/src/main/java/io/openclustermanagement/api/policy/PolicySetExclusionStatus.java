package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;

/**
 * Clusters that a policy of a set did not reach.
 *
 * @param policyName the name of the policy
 * @param clusters the names of the clusters
 */
public record PolicySetExclusionStatus(
    @Property(required = true, minLength = 1) String policyName,
    @Property(required = true, minLength = 1, minItems = 1) List<String> clusters) {
  public PolicySetExclusionStatus {
    clusters = Copies.of(clusters);
  }
}
