package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the objects are as they should be.
 *
 * @param compliant the state over all; absent while it is unknown
 * @param compliancyDetails the state of each object template
 * @param lastEvaluated when it was last checked, RFC 3339
 * @param lastEvaluatedGeneration the generation that was checked
 * @param relatedObjects the objects that were looked at
 * @param history the last messages, newest first
 */
public record ConfigurationPolicyStatus(
    @Nullable TemplateComplianceState compliant,
    List<CompliancyDetail> compliancyDetails,
    @Nullable String lastEvaluated,
    @Nullable Long lastEvaluatedGeneration,
    List<RelatedObject> relatedObjects,
    List<HistoryEntry> history) {
  public ConfigurationPolicyStatus {
    compliancyDetails = Copies.of(compliancyDetails);
    relatedObjects = Copies.of(relatedObjects);
    history = Copies.of(history);
  }
}
