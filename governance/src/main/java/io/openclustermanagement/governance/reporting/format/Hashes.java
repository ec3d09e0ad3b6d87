package io.openclustermanagement.governance.reporting.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Names made from content, so that the same content has the same name in every report. */
final class Hashes {
  /** The namespace of our UUIDs; any would do that nobody else uses. */
  private static final UUID NAMESPACE = UUID.fromString("8d6b2d5a-1a35-5b0e-9f0c-3c0d1f6f2a11");

  private Hashes() {}

  /** A UUID of version 5 (RFC 9562, section 5.5). */
  static String uuid(String content) {
    byte[] text = content.getBytes(StandardCharsets.UTF_8);
    ByteBuffer named = ByteBuffer.allocate(16 + text.length);
    named.putLong(NAMESPACE.getMostSignificantBits());
    named.putLong(NAMESPACE.getLeastSignificantBits());
    byte[] hash = digest("SHA-1", named.put(text).array());
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    ByteBuffer bits = ByteBuffer.wrap(hash);
    return new UUID(bits.getLong(), bits.getLong()).toString();
  }

  /** The SHA-256 hash of a text. */
  static byte[] sha256(String content) {
    return digest("SHA-256", content.getBytes(StandardCharsets.UTF_8));
  }

  /** A fingerprint in hexadecimal digits. */
  static String fingerprint(String content) {
    return HexFormat.of().formatHex(sha256(content), 0, 16);
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
