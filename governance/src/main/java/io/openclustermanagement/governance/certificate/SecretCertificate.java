package io.openclustermanagement.governance.certificate;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.configuration.Labels;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificate in a secret.
 *
 * @param name how messages call it
 */
record SecretCertificate(String namespace, String secret, String name, TlsCertificate certificate) {

  private static final String KEY_LABEL = "certificate_key_name";
  private static final String NAME_LABEL = "certificate-name";
  private static final String CERT_MANAGER_LABEL = "certmanager.k8s.io/certificate-name";

  /** The certificate of a secret, if it has one. */
  static Optional<SecretCertificate> of(JsonObject secret) {
    Map<String, String> labels = Labels.of(secret);
    String key = labels.getOrDefault(KEY_LABEL, "");
    return secret
        .object("data")
        .text(key.isEmpty() ? "tls.crt" : key)
        .flatMap(SecretCertificate::decode)
        .flatMap(TlsCertificate::first)
        .map(certificate -> named(secret.object("metadata"), labels, certificate));
  }

  private static SecretCertificate named(
      JsonObject metadata, Map<String, String> labels, TlsCertificate certificate) {
    String secret = metadata.text("name").orElse("");
    String name =
        Stream.of(NAME_LABEL, CERT_MANAGER_LABEL)
            .map(label -> labels.getOrDefault(label, ""))
            .filter(label -> !label.isEmpty())
            .findFirst()
            .orElse(secret);
    return new SecretCertificate(metadata.text("namespace").orElse(""), secret, name, certificate);
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
