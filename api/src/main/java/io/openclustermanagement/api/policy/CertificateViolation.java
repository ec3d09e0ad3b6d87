package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that violates a policy.
 *
 * @param secretName the secret it is in
 * @param expiration the time until it expires
 * @param expiry the same in nanoseconds
 * @param ca whether it is of an authority
 * @param duration its whole validity in nanoseconds
 * @param sans its alternative names
 */
public record CertificateViolation(
    @Nullable String secretName,
    @Nullable String expiration,
    @Nullable Long expiry,
    @Nullable Boolean ca,
    @Nullable Long duration,
    List<String> sans) {
  public CertificateViolation {
    sans = Copies.of(sans);
  }
}
