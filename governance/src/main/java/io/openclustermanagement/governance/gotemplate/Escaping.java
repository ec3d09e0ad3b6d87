package io.openclustermanagement.governance.gotemplate;

/** Escaping for HTML and JavaScript. */
final class Escaping {
  private Escaping() {}

  static String html(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case 0 -> escaped.append('\uFFFD');
                case '"' -> escaped.append("&#34;");
                case '\'' -> escaped.append("&#39;");
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.append((char) c);
              }
            });
    return escaped.toString();
  }

  static String javaScript(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\\' -> escaped.append("\\\\");
                case '\'' -> escaped.append("\\'");
                case '"' -> escaped.append("\\\"");
                case '<', '>', '&', '=' -> escaped.append("\\u%04X".formatted(point));
                default -> {
                  if (point >= ' ' && (point < 0x80 || Quoting.isPrintable(point))) {
                    escaped.appendCodePoint(point);
                  } else {
                    int shown = GoBytes.isEscaped(point) ? 0xFFFD : point;
                    escaped.append("\\u%04X".formatted(shown));
                  }
                }
              }
            });
    return escaped.toString();
  }
}
