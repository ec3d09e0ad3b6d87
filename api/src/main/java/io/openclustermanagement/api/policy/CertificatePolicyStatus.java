package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the certificates are as they should be.
 *
 * @param compliant the state over all; absent while it is unknown
 * @param compliancyDetails what was found, by namespace
 * @param history the last messages, newest first
 */
public record CertificatePolicyStatus(
    @Nullable TemplateComplianceState compliant,
    Map<String, CertificateCompliance> compliancyDetails,
    List<HistoryEntry> history) {
  public CertificatePolicyStatus {
    compliancyDetails = Copies.of(compliancyDetails);
    history = Copies.of(history);
  }
}
