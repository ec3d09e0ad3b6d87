package io.openclustermanagement.governance.opa;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How an OPA server is reached.
 *
 * @param token the bearer token that is sent, if any
 * @param tls whom to trust and who one is; empty for what Java trusts
 * @param timeout how long one answer may take
 * @param maxAnswer the bytes that one answer may have
 */
public record OpaOptions(
    Optional<String> token, Optional<SSLContext> tls, Duration timeout, long maxAnswer) {

  /** No token, no certificates of one's own, ten seconds, 64 MiB. */
  public static final OpaOptions DEFAULT =
      new OpaOptions(Optional.empty(), Optional.empty(), Duration.ofSeconds(10), 64L << 20);

  /** The same with a bearer token. */
  public OpaOptions withToken(String bearer) {
    return new OpaOptions(Optional.of(bearer), tls, timeout, maxAnswer);
  }

  /** The same with certificates of one's own. */
  public OpaOptions withTls(SSLContext context) {
    return new OpaOptions(token, Optional.of(context), timeout, maxAnswer);
  }

  /** The same with other limits. */
  public OpaOptions within(Duration time, long answerBytes) {
    return new OpaOptions(token, tls, time, answerBytes);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "OpaOptions[timeout=%s, maxAnswer=%d]".formatted(timeout, maxAnswer);
  }
}
