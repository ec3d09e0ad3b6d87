package io.openclustermanagement.governance.certificate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.openclustermanagement.api.policy.CertificatePolicySpec;
import io.openclustermanagement.governance.template.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a policy demands of one certificate ({@code isCertificateCompliant} in {@code
 * controllers/certificatepolicy_controller.go} of the cert-policy-controller).
 *
 * @param minimum how long it has to be valid still
 * @param minimumOfAuthorities the same for authorities; empty where they are like all others
 * @param maximum how long it may be valid over all; empty for any time
 * @param maximumOfAuthorities the same for authorities; empty where they are like all others
 * @param allowed what each alternative name has to match
 * @param disallowed what no alternative name may match
 */
record CertificateRules(
    Duration minimum,
    Optional<Duration> minimumOfAuthorities,
    Optional<Duration> maximum,
    Optional<Duration> maximumOfAuthorities,
    Optional<Pattern> allowed,
    Optional<Pattern> disallowed) {

  /** What counts where the policy says nothing ({@code --default-duration}). */
  private static final Duration DEFAULT_MINIMUM = Duration.ofDays(28);

  /**
   * The rules of a policy.
   *
   * @throws InvalidRuleException if a duration or a pattern is none
   */
  static CertificateRules of(CertificatePolicySpec spec) throws InvalidRuleException {
    return new CertificateRules(
        duration(spec.minimumDuration()).orElse(DEFAULT_MINIMUM),
        duration(spec.minimumCaDuration()),
        duration(spec.maximumDuration()),
        duration(spec.maximumCaDuration()),
        pattern(spec.allowedSanPattern()),
        pattern(spec.disallowedSanPattern()));
  }

  private static Optional<Duration> duration(@Nullable String text) throws InvalidRuleException {
    if (text == null) {
      return Optional.empty();
    }
    Optional<Duration> duration = GoDuration.parse(text);
    if (duration.isEmpty()) {
      throw new InvalidRuleException("`%s` is no duration such as 720h.".formatted(text));
    }
    return duration;
  }

  /** Upstream passes over a pattern that is none, so that everything conforms to it. */
  private static Optional<Pattern> pattern(@Nullable String text) throws InvalidRuleException {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      throw new InvalidRuleException(
          "`%s` is no regular expression of the syntax RE2: %s."
              .formatted(text, e.getDescription()));
    }
  }

  boolean expires(TlsCertificate certificate, Instant now) {
    Duration least = certificate.authority() ? minimumOfAuthorities.orElse(minimum) : minimum;
    return Duration.between(now, certificate.notAfter()).compareTo(least) < 0;
  }

  boolean lastsTooLong(TlsCertificate certificate) {
    Optional<Duration> most =
        certificate.authority() && maximumOfAuthorities.isPresent()
            ? maximumOfAuthorities
            : maximum;
    return most.filter(limit -> lifetime(certificate).compareTo(limit) > 0).isPresent();
  }

  static Duration lifetime(TlsCertificate certificate) {
    return Duration.between(certificate.notBefore(), certificate.notAfter());
  }

  boolean hasOtherNames(TlsCertificate certificate) {
    return certificate.dnsNames().stream()
        .anyMatch(
            name ->
                allowed.filter(pattern -> !pattern.matcher(name).find()).isPresent()
                    || disallowed.filter(pattern -> pattern.matcher(name).find()).isPresent());
  }

  boolean isViolatedBy(TlsCertificate certificate, Instant now) {
    return expires(certificate, now) || lastsTooLong(certificate) || hasOtherNames(certificate);
  }

  /** The patterns as messages name them ({@code getPatternsUsed}). */
  String patterns() {
    return allowed.map(pattern -> "Allowed: " + pattern).orElse("")
        + disallowed.map(pattern -> " Disallowed: " + pattern).orElse("");
  }

  /** What a policy demands cannot be understood. */
  static final class InvalidRuleException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidRuleException(String message) {
      super(message);
    }
  }
}
