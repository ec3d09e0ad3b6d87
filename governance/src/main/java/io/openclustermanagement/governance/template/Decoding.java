package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.gotemplate.GoBytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Base 64 and base 32 as {@code encoding/base64} and {@code encoding/base32} decode them. */
final class Decoding {
  private static final String ALPHABET_64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final String ALPHABET_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Decoding() {}

  /** The decoded text; Go's error as a text if it is none. */
  static String base64(String text) {
    return decode(text, ALPHABET_64, 6, 4, "illegal base64 data at input byte ");
  }

  /** The decoded text; Go's error as a text if it is none. */
  static String fromBase32(String text) {
    return decode(text, ALPHABET_32, 5, 8, "illegal base32 data at input byte ");
  }

  static String toBase32(String text) {
    byte[] bytes = GoBytes.of(text);
    StringBuilder encoded = new StringBuilder();
    for (int at = 0; at < bytes.length; at += 5) {
      byte[] group =
          Arrays.copyOf(Arrays.copyOfRange(bytes, at, Math.min(at + 5, bytes.length)), 5);
      long bits = 0;
      for (byte b : group) {
        bits = bits << 8 | (b & 0xFF);
      }
      int digits = at + 5 <= bytes.length ? 8 : ((bytes.length - at) * 8 + 4) / 5;
      for (int digit = 0; digit < 8; digit++) {
        encoded.append(
            digit < digits ? ALPHABET_32.charAt((int) (bits >> (35 - 5 * digit) & 31)) : '=');
      }
    }
    return encoded.toString();
  }

  private static String decode(String text, String alphabet, int bits, int group, String error) {
    byte[] bytes = GoBytes.of(text);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    int digits = 0;
    int buffer = 0;
    int held = 0;
    for (int at = 0; at < bytes.length; at++) {
      char c = (char) (bytes[at] & 0xFF);
      if (c == '\n' || c == '\r') {
        continue;
      }
      if (c == '=') {
        return padded(bytes, at, digits % group, group, decoded, error);
      }
      int value = alphabet.indexOf(c);
      if (value < 0) {
        return error + at;
      }
      digits++;
      buffer = buffer << bits | value;
      held += bits;
      if (held >= 8) {
        held -= 8;
        decoded.write(buffer >> held);
        buffer &= (1 << held) - 1;
      }
    }
    return digits % group == 0
        ? GoBytes.text(decoded.toByteArray())
        : error + incompleteAt(bytes, digits % group);
  }

  /** Go names the byte where the incomplete group begins. */
  private static int incompleteAt(byte[] bytes, int digits) {
    int at = bytes.length;
    for (int left = digits; left > 0; at--) {
      if (bytes[at - 1] != '\n' && bytes[at - 1] != '\r') {
        left--;
      }
    }
    return at;
  }

  private static String padded(
      byte[] bytes, int at, int digits, int group, ByteArrayOutputStream decoded, String error) {
    boolean valid =
        group == 4 ? digits >= 2 : digits == 2 || digits == 4 || digits == 5 || digits == 7;
    if (!valid) {
      return error + at;
    }
    int missing = group - digits;
    int next = at;
    while (next < bytes.length && missing > 0) {
      if (bytes[next] == '=') {
        missing--;
      } else if (bytes[next] != '\n' && bytes[next] != '\r') {
        return error + next;
      }
      next++;
    }
    if (missing > 0) {
      return error + bytes.length;
    }
    while (next < bytes.length) {
      if (bytes[next] != '\n' && bytes[next] != '\r') {
        return error + next;
      }
      next++;
    }
    return GoBytes.text(decoded.toByteArray());
  }
}
