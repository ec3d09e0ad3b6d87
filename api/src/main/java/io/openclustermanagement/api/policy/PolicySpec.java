package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy demands.
 *
 * @param disabled whether the policy is taken back from all clusters
 * @param copyPolicyMetadata whether all labels and annotations reach the clusters; {@code false}
 *     leaves out those without the prefix of the policy group. Absent means {@code true}
 * @param remediationAction what to do about violations, over what the templates say
 * @param policyTemplates what is checked on each cluster
 * @param dependencies what has to be in a given state before any template is applied
 * @param hubTemplateOptions how templates are resolved on the hub
 */
public record PolicySpec(
    @Property(required = true) Boolean disabled,
    @Nullable Boolean copyPolicyMetadata,
    @Nullable RemediationAction remediationAction,
    @Property(name = "policy-templates", required = true) List<PolicyTemplate> policyTemplates,
    List<PolicyDependency> dependencies,
    @Nullable HubTemplateOptions hubTemplateOptions) {
  public PolicySpec {
    policyTemplates = Copies.of(policyTemplates);
    dependencies = Copies.of(dependencies);
  }
}
