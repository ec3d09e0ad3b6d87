package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.policy.CompliancyDetail;
import io.openclustermanagement.api.policy.HistoryEntry;
import io.openclustermanagement.api.policy.RelatedObject;
import io.openclustermanagement.api.policy.TemplateComplianceState;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule holds.
 *
 * @param compliant the state; absent while it is unknown
 * @param compliancyDetails what was found
 * @param lastEvaluated when it was last checked, RFC 3339
 * @param lastEvaluatedGeneration the generation that was checked
 * @param relatedObjects the objects that were looked at
 * @param exempted what was left alone
 * @param history the last messages, newest first
 */
public record RulePolicyStatus(
    @Nullable TemplateComplianceState compliant,
    List<CompliancyDetail> compliancyDetails,
    @Nullable String lastEvaluated,
    @Nullable Long lastEvaluatedGeneration,
    List<RelatedObject> relatedObjects,
    @Property(listMapKeys = "name") List<ExemptedObjects> exempted,
    List<HistoryEntry> history) {
  public RulePolicyStatus {
    compliancyDetails = Copies.of(compliancyDetails);
    relatedObjects = Copies.of(relatedObjects);
    exempted = Copies.of(exempted);
    history = Copies.of(history);
  }
}
