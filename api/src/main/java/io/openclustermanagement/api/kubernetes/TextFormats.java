package io.openclustermanagement.api.kubernetes;

import io.openclustermanagement.api.kubernetes.StructuralType.Format;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.regex.Pattern;

/** Whether texts look like what a field takes. */
public final class TextFormats {
  private static final Pattern GO_DURATION =
      Pattern.compile("[-+]?(0|((\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|ms|s|m|h))+)");
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]");

  private TextFormats() {}

  /** Whether a text has a format. */
  public static boolean matches(String text, Format format) {
    return switch (format) {
      case PLAIN -> true;
      case DURATION -> GO_DURATION.matcher(text).matches();
      case BYTE -> isBase64(text);
      case DATE_TIME -> isTime(text);
    };
  }

  /** As Go reads it: with padding; line breaks are skipped. */
  private static boolean isBase64(String text) {
    String line = LINE_BREAKS.matcher(text).replaceAll("");
    try {
      byte[] unused = Base64.getDecoder().decode(line);
      return line.length() % 4 == 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
