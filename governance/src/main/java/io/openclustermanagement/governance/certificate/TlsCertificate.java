package io.openclustermanagement.governance.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What matters of a certificate.
 *
 * @param authority whether it may sign others
 * @param dnsNames its alternative names that are names of hosts
 */
record TlsCertificate(
    Instant notBefore, Instant notAfter, boolean authority, List<String> dnsNames) {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----([^-]*)-----END \\1-----");
  private static final int DNS_NAME = 2;

  TlsCertificate {
    dnsNames = List.copyOf(dnsNames);
  }

  /**
   * The first certificate of a PEM text, which by convention is that of the host; what else there
   * is, such as a key, is passed over ({@code DecodeCertificateBytes}).
   */
  static Optional<TlsCertificate> first(byte[] pem) {
    Matcher blocks = PEM.matcher(new String(pem, StandardCharsets.ISO_8859_1));
    while (blocks.find()) {
      Optional<TlsCertificate> certificate = parse(blocks.group(2));
      if (certificate.isPresent()) {
        return certificate;
      }
    }
    return Optional.empty();
  }

  private static Optional<TlsCertificate> parse(String base64) {
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(base64.strip());
      return CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(encoded))
              instanceof X509Certificate certificate
          ? Optional.of(of(certificate))
          : Optional.empty();
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static TlsCertificate of(X509Certificate certificate) throws CertificateException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    return new TlsCertificate(
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        certificate.getBasicConstraints() >= 0,
        names == null ? List.of() : names.stream().flatMap(TlsCertificate::dnsName).toList());
  }

  private static Stream<String> dnsName(List<?> name) {
    return name.get(0) instanceof Integer type && type == DNS_NAME
        ? Stream.of(String.valueOf(name.get(1)))
        : Stream.empty();
  }
}
