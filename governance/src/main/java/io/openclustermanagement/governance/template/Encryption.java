package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.gotemplate.GoBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption of values between hub and cluster: AES in CBC mode with PKCS7 padding, written as
 * {@code $ocm_encrypted:} and base64. The hub takes the key from the Secret {@code
 * policy-encryption-key} and the initialization vector from the annotation {@code
 * policy.open-cluster-management.io/encryption-iv}.
 */
public final class Encryption {
  /** What an encrypted value begins with. */
  public static final String PREFIX = "$ocm_encrypted:";

  private static final int BLOCK = 16;

  private final byte[] key;
  private final Optional<byte[]> previousKey;
  private final byte[] initializationVector;

  /**
   * An encryption.
   *
   * @param key 16, 24 or 32 bytes
   * @param previousKey the key before, with which values may still be encrypted
   * @param initializationVector 16 bytes
   * @throws IllegalArgumentException if a length is wrong
   */
  public Encryption(byte[] key, Optional<byte[]> previousKey, byte[] initializationVector) {
    check(key);
    previousKey.ifPresent(Encryption::check);
    if (initializationVector.length != BLOCK) {
      throw new IllegalArgumentException("initialization vector must be 128 bits");
    }
    this.key = key.clone();
    this.previousKey = previousKey.map(byte[]::clone);
    this.initializationVector = initializationVector.clone();
  }

  private static void check(byte[] key) {
    if (key.length != BLOCK && key.length != 24 && key.length != 32) {
      throw new IllegalArgumentException("the AES key is invalid");
    }
  }

  /** The encrypted form; an empty text stays empty. */
  String encrypt(String plain) {
    return plain.isEmpty()
        ? plain
        : PREFIX + Base64.getEncoder().encodeToString(encrypted(GoBytes.of(plain)));
  }

  /** The text of what follows the prefix; nothing if no key fits or it is no such text. */
  Optional<String> decrypt(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length == 0 || bytes.length % BLOCK != 0) {
      return Optional.empty();
    }
    return decrypted(bytes, key)
        .or(() -> previousKey.flatMap(previous -> decrypted(bytes, previous)))
        .map(GoBytes::text);
  }

  private byte[] encrypted(byte[] plain) {
    int padding = BLOCK - plain.length % BLOCK;
    byte[] padded = Arrays.copyOf(plain, plain.length + padding);
    Arrays.fill(padded, plain.length, padded.length, (byte) padding);
    return apply(Cipher.ENCRYPT_MODE, key, padded);
  }

  private Optional<byte[]> decrypted(byte[] bytes, byte[] with) {
    byte[] padded = apply(Cipher.DECRYPT_MODE, with, bytes);
    int padding = padded[padded.length - 1];
    if (padding < 1 || padding > padded.length) {
      return Optional.empty();
    }
    for (int at = padded.length - padding; at < padded.length; at++) {
      if (padded[at] != padding) {
        return Optional.empty();
      }
    }
    return Optional.of(Arrays.copyOf(padded, padded.length - padding));
  }

  private byte[] apply(int mode, byte[] with, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(with, "AES"), new IvParameterSpec(initializationVector));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is part of every Java", e);
    }
  }
}
