package io.openclustermanagement.governance.certificate;

import static io.openclustermanagement.governance.certificate.Certificates.pem;
import static io.openclustermanagement.governance.certificate.Certificates.secret;
import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.governance.gatekeeper.Objects;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the cert-policy-controller; now is the beginning of November 2026. */
class CertificateTemplatesTest {
  private static final String YEAR = pem("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", false);
  private static final String SOON =
      pem("2026-01-01T00:00:00Z", "2026-11-15T00:00:00Z", false, "shop.example.com");
  private static final String AUTHORITY = pem("2020-01-01T00:00:00Z", "2026-12-01T00:00:00Z", true);

  private static TemplateVerdict verdict(String spec, String... secrets) {
    return new CertificateTemplates()
        .evaluate(
            Objects.one(
                """
                apiVersion: policy.open-cluster-management.io/v1
                kind: CertificatePolicy
                metadata: {name: certificates}
                spec: {remediationAction: inform%s}
                """
                    .formatted(
                        (spec.contains("namespaceSelector")
                                ? ""
                                : ", namespaceSelector: {include: [shop]}")
                            + (spec.isEmpty() ? "" : ", " + spec))),
            Objects.cluster(
                "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n"
                    + Arrays.stream(secrets).collect(Collectors.joining())));
  }

  private static String message(String spec, String... secrets) {
    return verdict(spec, secrets).message();
  }

  @Test
  void whatIsValidLongEnoughIsCompliant() {
    TemplateVerdict verdict = verdict("", secret("web", "", "tls.crt", YEAR));
    assertThat(verdict.message()).isEqualTo("Compliant");
    assertThat(verdict.state()).isEqualTo(VerdictState.COMPLIANT);
  }

  @Test
  void fourWeeksAreTheLeast() {
    TemplateVerdict verdict =
        verdict("", secret("web", "", "tls.crt", SOON), secret("api", "", "tls.crt", SOON));
    assertThat(verdict.message())
        .isEqualTo("NonCompliant; 2 certificates expire in less than 672h0m0s: shop:api, shop:web");
    assertThat(verdict.objects())
        .extracting("name", "reason")
        .first()
        .asString()
        .isEqualTo("(\"api\", \"api expires on 2026-11-15T00:00:00Z\")");
  }

  @Test
  void authoritiesHaveDurationsOfTheirOwn() {
    String spec = "minimumDuration: 720h, minimumCADuration: 1000h, maximumDuration: 300h";
    assertThat(message(spec, secret("ca", "", "tls.crt", AUTHORITY)))
        .isEqualTo(
            "NonCompliant;  1 CA certificates expire in less than 1000h0m0s: shop:ca\n"
                + " 1 certificates exceed the maximum duration of 300h0m0s: shop:ca");
    assertThat(
            message(
                "maximumCADuration: 9000h, minimumCADuration: 1h",
                secret("ca", "", "tls.crt", AUTHORITY)))
        .isEqualTo(
            "NonCompliant;  1 CA certificates exceed the maximum duration of 9000h0m0s: shop:ca");
  }

  @Test
  void alternativeNamesMatchPatterns() {
    String web = secret("web", "", "tls.crt", SOON);
    assertThat(message("minimumDuration: 1h, allowedSANPattern: 'example[.]org$'", web))
        .isEqualTo(
            "NonCompliant;  1 certificates defined SAN entries do not match pattern Allowed:"
                + " example[.]org$: shop:web");
    assertThat(
            message(
                "minimumDuration: 1h, allowedSANPattern: com, disallowedSANPattern: '^shop'", web))
        .isEqualTo(
            "NonCompliant;  1 certificates defined SAN entries do not match pattern Allowed: com"
                + " Disallowed: ^shop: shop:web");
    assertThat(message("minimumDuration: 1h, allowedSANPattern: 'example[.]com$'", web))
        .isEqualTo("Compliant");
  }

  @Test
  void onlyTheFirstCertificateCounts() {
    String key = "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n";
    assertThat(message("", secret("web", "", "tls.crt", key + YEAR + SOON))).isEqualTo("Compliant");
    assertThat(message("", secret("web", "", "tls.crt", SOON + YEAR)))
        .startsWith("NonCompliant; 1 certificates expire");
  }

  @Test
  void labelsNameTheKeyAndTheCertificate() {
    TemplateVerdict verdict =
        verdict(
            "labelSelector: {use: tls}",
            secret(
                "a",
                "use: tls, certificate_key_name: server, certificate-name: front",
                "server",
                SOON),
            secret("b", "", "tls.crt", SOON),
            secret("c", "use: tls", "other", SOON));
    assertThat(verdict.message())
        .isEqualTo("NonCompliant; 1 certificates expire in less than 672h0m0s: shop:a");
    assertThat(verdict.objects().getFirst().reason()).startsWith("front expires on ");
  }

  @Test
  void twoCertificatesOfOneNameCountOnceAsUpstreamHasIt() {
    assertThat(
            message(
                "",
                secret("a", "certificate-name: front", "tls.crt", SOON),
                secret("b", "certificate-name: front", "tls.crt", SOON)))
        .isEqualTo("NonCompliant; 1 certificates expire in less than 672h0m0s: shop:b");
  }

  @Test
  void withoutNamespacesUpstreamIsContent() {
    TemplateVerdict verdict =
        new CertificateTemplates()
            .evaluate(
                Objects.one(
                    """
                    apiVersion: policy.open-cluster-management.io/v1
                    kind: CertificatePolicy
                    metadata: {name: certificates}
                    spec: {remediationAction: inform}
                    """),
                Objects.cluster("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}"));
    assertThat(verdict.message())
        .isEqualTo("Compliant; No namespaces matched the namespace selector.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allowedSANPattern: '(?=a)'",
        "allowedSANPattern: '('",
        "disallowedSANPattern: '(a)\\1'",
        "namespaceSelector: {include: ['[']}"
      })
  void whatCannotBeUnderstoodIsAnError(String spec) {
    assertThat(verdict(spec, secret("web", "", "tls.crt", YEAR)).state())
        .isEqualTo(VerdictState.ERROR);
  }

  /** A pattern that takes java.util.regex longer than anyone waits. */
  @Test
  void patternsDoNotBacktrack() {
    String names = pem("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", false, "a".repeat(60) + "!");
    assertThat(message("allowedSANPattern: '^(a+)+$'", secret("web", "", "tls.crt", names)))
        .contains("do not match pattern");
  }

  @Test
  void garbageIsNoCertificate() {
    assertThat(
            message(
                "",
                secret(
                    "a",
                    "",
                    "tls.crt",
                    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"),
                secret("b", "", "tls.crt", "-----BEGIN CERTIFICATE-----".repeat(2000)),
                "---\n{apiVersion: v1, kind: Secret, metadata: {name: c, namespace: shop}, data: {tls.crt: '%%%'}}\n"))
        .isEqualTo("Compliant");
  }
}
