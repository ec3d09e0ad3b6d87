package io.openclustermanagement.governance.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates. */
final class Certificates {
  private static final KeyPair KEYS = keys();

  private Certificates() {}

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("EC").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate in PEM, signed by itself. */
  static String pem(String from, String to, boolean authority, String... names) {
    try {
      X500Name subject = new X500Name("CN=test");
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              subject,
              BigInteger.ONE,
              Date.from(Instant.parse(from)),
              Date.from(Instant.parse(to)),
              subject,
              KEYS.getPublic());
      if (authority) {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      }
      if (names.length > 0) {
        GeneralName[] all =
            Arrays.stream(names)
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
      }
      byte[] encoded =
          builder
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(KEYS.getPrivate()))
              .getEncoded();
      return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
          .formatted(Base64.getMimeEncoder().encodeToString(encoded));
    } catch (OperatorCreationException | CertIOException e) {
      throw new IllegalStateException(e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A secret with a PEM text, as YAML. */
  static String secret(String name, String labels, String key, String pem) {
    return "---\n{apiVersion: v1, kind: Secret, metadata: {name: %s, namespace: shop, labels: {%s}}, data: {%s: %s}}\n"
        .formatted(
            name,
            labels,
            key,
            Base64.getEncoder()
                .encodeToString(pem.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
