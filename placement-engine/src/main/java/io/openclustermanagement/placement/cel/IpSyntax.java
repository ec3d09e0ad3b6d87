package io.openclustermanagement.placement.cel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads and prints IP addresses as Go's {@code net/netip} does. Zones are not accepted. */
final class IpSyntax {
  private static final int LENGTH_6 = 16;

  private IpSyntax() {}

  /** Four or sixteen octets, or {@code null} if the text is no address. */
  static byte @Nullable [] parse(String text) {
    int colon = text.indexOf(':');
    int dot = text.indexOf('.');
    if (dot >= 0 && (colon < 0 || dot < colon)) {
      return parse4(text);
    }
    return colon < 0 ? null : new Parser6(text).parse();
  }

  static boolean isMapped(byte[] octets) {
    if (octets.length != LENGTH_6 || octets[10] != -1 || octets[11] != -1) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      if (octets[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte @Nullable [] parse4(String text) {
    String[] fields = text.split("\\.", -1);
    byte[] octets = new byte[4];
    if (fields.length != octets.length) {
      return null;
    }
    for (int i = 0; i < octets.length; i++) {
      if (!fields[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(fields[i]) > 255) {
        return null;
      }
      octets[i] = (byte) Integer.parseInt(fields[i]);
    }
    return octets;
  }

  /** One pass over the fields of an IPv6 address. */
  private static final class Parser6 {
    private final byte[] octets = new byte[LENGTH_6];
    private String rest;
    private int length;
    private int ellipsis = -1;

    Parser6(String text) {
      this.rest = text;
    }

    byte @Nullable [] parse() {
      if (rest.startsWith("::")) {
        ellipsis = 0;
        rest = rest.substring(2);
      }
      while (!rest.isEmpty() && length < LENGTH_6) {
        if (!field()) {
          return null;
        }
      }
      return rest.isEmpty() && expand() ? octets : null;
    }

    private boolean field() {
      int end = 0;
      while (end < rest.length() && Character.digit(rest.charAt(end), 16) >= 0) {
        end++;
      }
      if (end < rest.length() && rest.charAt(end) == '.') {
        return embedded4();
      }
      if (end == 0 || end > 4) {
        return false;
      }
      int group = Integer.parseInt(rest, 0, end, 16);
      octets[length++] = (byte) (group >> 8);
      octets[length++] = (byte) group;
      rest = rest.substring(end);
      return rest.isEmpty() || separator();
    }

    private boolean separator() {
      if (rest.charAt(0) != ':' || rest.length() == 1) {
        return false;
      }
      rest = rest.substring(1);
      if (rest.charAt(0) == ':') {
        if (ellipsis >= 0) {
          return false;
        }
        ellipsis = length;
        rest = rest.substring(1);
      }
      return true;
    }

    private boolean embedded4() {
      byte[] last = parse4(rest);
      if (last == null || length > 12 || (ellipsis < 0 && length != 12)) {
        return false;
      }
      System.arraycopy(last, 0, octets, length, 4);
      length += 4;
      rest = "";
      return true;
    }

    private boolean expand() {
      if (length == LENGTH_6) {
        return ellipsis < 0;
      }
      if (ellipsis < 0) {
        return false;
      }
      int tail = length - ellipsis;
      System.arraycopy(octets, ellipsis, octets, LENGTH_6 - tail, tail);
      Arrays.fill(octets, ellipsis, LENGTH_6 - tail, (byte) 0);
      return true;
    }
  }

  /** The canonical text. */
  static String print(byte[] octets) {
    return octets.length == LENGTH_6 ? print6(octets) : print4(octets);
  }

  private static String print4(byte[] octets) {
    return "%d.%d.%d.%d"
        .formatted(octets[0] & 0xff, octets[1] & 0xff, octets[2] & 0xff, octets[3] & 0xff);
  }

  private static String print6(byte[] octets) {
    int[] groups = new int[8];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = (octets[2 * i] & 0xff) << 8 | (octets[2 * i + 1] & 0xff);
    }
    int start = -1;
    int longest = 1;
    for (int i = 0; i < groups.length; i++) {
      int zeros = zerosFrom(groups, i);
      if (zeros > longest) {
        start = i;
        longest = zeros;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < groups.length; i++) {
      if (i == start) {
        text.append("::");
        i += longest - 1;
      } else {
        text.append(text.isEmpty() || (i == start + longest && start >= 0) ? "" : ":");
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  private static int zerosFrom(int[] groups, int start) {
    int end = start;
    while (end < groups.length && groups[end] == 0) {
      end++;
    }
    return end - start;
  }
}
