package io.openclustermanagement.governance.certificate;

import io.openclustermanagement.governance.template.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The words for violations ({@code convertPolicyStatusToString} in {@code
 * controllers/certificatepolicy_utils.go}), with upstream's blanks and line breaks.
 */
record CertificateMessage(CertificateRules rules, Instant now) {

  /** The message of a policy. */
  String of(List<SecretCertificate> violations) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            violations,
            each -> expires(each) && !isOwnAuthority(each, rules.minimumOfAuthorities()),
            "certificates expire in less than " + GoDuration.format(rules.minimum())));
    lines.add(
        line(
            violations,
            each -> expires(each) && isOwnAuthority(each, rules.minimumOfAuthorities()),
            "CA certificates expire in less than " + text(rules.minimumOfAuthorities())));
    lines.add(
        line(
            violations,
            each -> lastsTooLong(each) && !isOwnAuthority(each, rules.maximumOfAuthorities()),
            "certificates exceed the maximum duration of " + text(rules.maximum())));
    lines.add(
        line(
            violations,
            each -> lastsTooLong(each) && isOwnAuthority(each, rules.maximumOfAuthorities()),
            "CA certificates exceed the maximum duration of "
                + text(rules.maximumOfAuthorities())));
    lines.add(
        line(
            violations,
            each -> rules.hasOtherNames(each.certificate()),
            "certificates defined SAN entries do not match pattern " + rules.patterns()));
    return ("NonCompliant; " + joined(lines)).stripTrailing();
  }

  /** Each line but that of expired certificates has a blank in front. */
  private static String joined(List<String> lines) {
    String rest =
        lines.stream()
            .skip(1)
            .filter(line -> !line.isEmpty())
            .map(line -> " " + line)
            .collect(Collectors.joining());
    return lines.getFirst() + rest;
  }

  private static String line(
      List<SecretCertificate> violations, Predicate<SecretCertificate> which, String text) {
    List<String> names =
        violations.stream()
            .filter(which)
            .map(each -> each.namespace() + ":" + each.secret())
            .toList();
    return names.isEmpty()
        ? ""
        : "%d %s: %s\n".formatted(names.size(), text, String.join(", ", names));
  }

  /** What is wrong with one certificate, as the status of the policy says it. */
  String reason(SecretCertificate violation) {
    List<String> reasons = new ArrayList<>();
    if (expires(violation)) {
      reasons.add("expires on " + violation.certificate().notAfter());
    }
    if (lastsTooLong(violation)) {
      Duration lifetime = CertificateRules.lifetime(violation.certificate());
      reasons.add("duration too long " + GoDuration.format(lifetime));
    }
    if (rules.hasOtherNames(violation.certificate())) {
      reasons.add("SAN entry found not matching pattern " + rules.patterns());
    }
    return reasons.stream()
        .map(reason -> violation.name() + " " + reason)
        .collect(Collectors.joining("; "));
  }

  private boolean expires(SecretCertificate each) {
    return rules.expires(each.certificate(), now);
  }

  private boolean lastsTooLong(SecretCertificate each) {
    return rules.lastsTooLong(each.certificate());
  }

  /** Whether an authority is held to a duration of its own. */
  private static boolean isOwnAuthority(SecretCertificate each, Optional<Duration> own) {
    return each.certificate().authority() && own.isPresent();
  }

  private static String text(Optional<Duration> duration) {
    return duration.map(GoDuration::format).orElse("");
  }
}
