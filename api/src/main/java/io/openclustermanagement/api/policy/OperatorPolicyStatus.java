package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an operator is installed as it should be.
 *
 * @param compliant the state over all; absent while it is unknown
 * @param conditions what was observed
 * @param relatedObjects the objects that were looked at
 * @param overlappingPolicies other policies for the same operator
 * @param resolvedSubscriptionLabel name and namespace of the subscription after templates
 * @param subscriptionInterventionTime until when the controller leaves a stuck subscription alone
 * @param observedGeneration the generation that was checked
 * @param history the last messages, newest first
 */
public record OperatorPolicyStatus(
    @Nullable TemplateComplianceState compliant,
    @Property(listMapKeys = "type") List<Condition> conditions,
    List<OperatorRelatedObject> relatedObjects,
    List<String> overlappingPolicies,
    @Nullable String resolvedSubscriptionLabel,
    @Nullable Instant subscriptionInterventionTime,
    @Nullable Long observedGeneration,
    List<HistoryEntry> history) {
  public OperatorPolicyStatus {
    conditions = Copies.of(conditions);
    relatedObjects = Copies.of(relatedObjects);
    overlappingPolicies = Copies.of(overlappingPolicies);
    history = Copies.of(history);
  }
}
