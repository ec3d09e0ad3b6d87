package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What certificates have to fulfil. They are read from secrets.
 *
 * @param remediationAction what to do about violations; they can only be reported
 * @param severity how serious a violation is
 * @param namespaceSelector the namespaces whose secrets are read
 * @param labelSelector labels that the secrets must have
 * @param minimumDuration the least time that a certificate has to be valid still; absent means 672h
 * @param minimumCaDuration the same for certificates of authorities
 * @param maximumDuration the longest validity of a certificate
 * @param maximumCaDuration the same for certificates of authorities
 * @param allowedSanPattern a regular expression that each alternative name has to match
 * @param disallowedSanPattern a regular expression that no alternative name may match
 */
public record CertificatePolicySpec(
    @Nullable RemediationAction remediationAction,
    @Nullable Severity severity,
    @Nullable CertificateNamespaceSelector namespaceSelector,
    Map<String, String> labelSelector,
    @Property(pattern = Patterns.GO_DURATION) @Nullable String minimumDuration,
    @Property(name = "minimumCADuration", pattern = Patterns.GO_DURATION)
        @Nullable String minimumCaDuration,
    @Property(pattern = Patterns.GO_DURATION) @Nullable String maximumDuration,
    @Property(name = "maximumCADuration", pattern = Patterns.GO_DURATION)
        @Nullable String maximumCaDuration,
    @Property(name = "allowedSANPattern", minLength = 1) @Nullable String allowedSanPattern,
    @Property(name = "disallowedSANPattern", minLength = 1) @Nullable String disallowedSanPattern) {
  public CertificatePolicySpec {
    labelSelector = Copies.of(labelSelector);
  }
}
