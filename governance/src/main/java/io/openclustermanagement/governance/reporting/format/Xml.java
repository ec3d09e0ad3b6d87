package io.openclustermanagement.governance.reporting.format;

/** Text in XML and HTML. */
final class Xml {
  private Xml() {}

  /**
   * The text as the content of an element or of an attribute in double or single quotes. Characters
   * that XML 1.0 does not allow, and those that reorder the text around them, are shown as the
   * replacement character.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '\n', '\t' -> escaped.append("&#").append(c).append(';');
        default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
      }
    }
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    boolean surrogate = c >= 0xD800 && c < 0xE000;
    boolean reordering = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !control && !surrogate && !reordering && c != 0xFFFE && c != 0xFFFF;
  }
}
