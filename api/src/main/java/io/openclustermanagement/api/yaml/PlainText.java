package io.openclustermanagement.api.yaml;

/** Which texts YAML 1.1 reads back as the same text without quotes. */
final class PlainText {
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=";

  private PlainText() {}

  /** Whether a text needs no quotes. */
  static boolean isSafe(String text) {
    return !text.isEmpty()
        && Scalars.plain(text) instanceof String
        && !startsLikeSyntax(text)
        && !isMerge(text)
        && !isDateOrBase60(text)
        && hasPlainCharacters(text);
  }

  /** Whether a text of several lines can be written as it is, below a {@code |}. */
  static boolean isBlock(String text) {
    int lineBreak = text.indexOf('\n');
    if (lineBreak <= 0 || text.charAt(0) == ' ' || text.charAt(0) == '\t') {
      return false;
    }
    return text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f || c >= 0xa0 && c < 0x2000);
  }

  private static boolean startsLikeSyntax(String text) {
    char first = text.charAt(0);
    if (INDICATORS.indexOf(first) < 0) {
      return text.startsWith("...");
    }
    boolean mayStart = first == '-' || first == '?' || first == ':';
    boolean textFollows = text.length() > 1 && text.charAt(1) > ' ';
    boolean inPlace = mayStart && textFollows && !text.startsWith("---");
    return !inPlace || ",[]{}".indexOf(text.charAt(1)) >= 0;
  }

  private static boolean isMerge(String text) {
    return text.equals("<<");
  }

  /** Dates, and numbers with colons, which YAML 1.1 has but Go's reader leaves alone. */
  private static boolean isDateOrBase60(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == ':' && digits > 0) {
        return true;
      } else if (c == '-' && digits == 4 && i == 4) {
        return true;
      } else if (c != '_' && c != '+' && c != '-') {
        return false;
      }
    }
    return false;
  }

  private static boolean hasPlainCharacters(String text) {
    if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean last = i + 1 == text.length();
      if (c == ':' && (last || text.charAt(i + 1) == ' ')
          || c == '#' && i > 0 && text.charAt(i - 1) == ' '
          || c < ' '
          || c >= 0x7f && c < 0xa0
          || c >= 0x2000) {
        return false;
      }
    }
    return true;
  }
}
