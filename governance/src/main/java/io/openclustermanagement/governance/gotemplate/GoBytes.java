package io.openclustermanagement.governance.gotemplate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Texts as Go's bytes. A byte that is part of no UTF-8 sequence is a lone surrogate U+DC80 to
 * U+DCFF in a Java text, so that data such as a decoded secret survives; this is what Python calls
 * {@code surrogateescape}.
 */
public final class GoBytes {
  private static final int ESCAPE = 0xDC00;

  private GoBytes() {}

  /** The bytes of a text. */
  public static byte[] of(String text) {
    if (text.chars().noneMatch(GoBytes::isEscaped)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              if (isEscaped(point)) {
                bytes.write(point - ESCAPE);
              } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }

  /** The text of bytes, whatever they are. */
  public static String text(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int at = 0; at < bytes.length; ) {
      int length = sequence(bytes, at);
      if (length == 0) {
        text.append((char) (ESCAPE + (bytes[at] & 0xFF)));
        at++;
      } else {
        text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      }
    }
    return text.toString();
  }

  /** The number of bytes. */
  public static int length(String text) {
    int length = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < 0x80 || (isEscaped(c) && !isSecondOfPair(text, at))) {
        length++;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        length += 2;
      } else {
        length += 3;
      }
    }
    return length;
  }

  /** The bytes from one index to another as a text. */
  public static String slice(String text, int from, int to) {
    if (isAscii(text)) {
      return text.substring(from, to);
    }
    return text(java.util.Arrays.copyOfRange(of(text), from, to));
  }

  /** The order of Go: by bytes. */
  public static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int at = 0; at < length; at++) {
      char a = one.charAt(at);
      char b = other.charAt(at);
      if (a != b) {
        return a < Character.MIN_SURROGATE && b < Character.MIN_SURROGATE
            ? Character.compare(a, b)
            : java.util.Arrays.compareUnsigned(of(one), of(other));
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** Whether a text has bytes that are no UTF-8. */
  public static boolean isValid(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (isEscaped(text.charAt(at)) && !isSecondOfPair(text, at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a character stands for a byte that is no UTF-8. */
  static boolean isEscaped(int point) {
    return point >= ESCAPE + 0x80 && point <= ESCAPE + 0xFF;
  }

  private static boolean isSecondOfPair(String text, int at) {
    return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** The length of the valid sequence at a position, 0 if there is none. */
  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length < 2) {
      return length;
    }
    if (first > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
