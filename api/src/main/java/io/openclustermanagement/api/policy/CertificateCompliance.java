package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of a namespace.
 *
 * @param nonCompliantCertificates how many violate the policy
 * @param nonCompliantCertificatesList those that do, by name
 * @param message the same as a sentence
 */
public record CertificateCompliance(
    @Property(format = "int") @Nullable Long nonCompliantCertificates,
    Map<String, CertificateViolation> nonCompliantCertificatesList,
    @Nullable String message) {
  public CertificateCompliance {
    nonCompliantCertificatesList = Copies.of(nonCompliantCertificatesList);
  }
}
