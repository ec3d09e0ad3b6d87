package io.openclustermanagement.governance.template;

/**
 * In which styles a text can be written ({@code yaml_emitter_analyze_scalar}).
 *
 * @param plain without quotes
 * @param singleQuoted in single quotes
 * @param block as a block of lines
 */
record YamlText(boolean plain, boolean singleQuoted, boolean block) {
  private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

  static YamlText of(String text) {
    if (text.isEmpty()) {
      return new YamlText(true, true, false);
    }
    boolean special = false;
    boolean tab = false;
    boolean spaceBreak = false;
    boolean breakSpace = false;
    boolean lines = false;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      tab |= point == '\t';
      special |= point != '\t' && !isPrintable(point);
      lines |= isBreak(point);
      if (at > 0) {
        char before = text.charAt(at - 1);
        breakSpace |= point == ' ' && isBreak(before);
        spaceBreak |= isBreak(point) && before == ' ';
      }
      at += Character.charCount(point);
    }
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    boolean edges = first == ' ' || last == ' ' || isBreak(first) || isBreak(last);
    boolean odd = breakSpace || spaceBreak || tab || special;
    return new YamlText(
        !edges && !odd && !lines && !hasIndicators(text),
        !odd,
        last != ' ' && !spaceBreak && !special);
  }

  private static boolean hasIndicators(String text) {
    if (text.startsWith("---") || text.startsWith("...")) {
      return true;
    }
    char first = text.charAt(0);
    if (INDICATORS.indexOf(first) >= 0
        || ((first == '?' || first == ':' || first == '-') && isBlankAt(text, 1))) {
      return true;
    }
    for (int at = 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((c == ':' && isBlankAt(text, at + 1)) || (c == '#' && isBlankAt(text, at - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlankAt(String text, int at) {
    return at >= text.length()
        || text.charAt(at) == ' '
        || text.charAt(at) == '\t'
        || isBreak(text.charAt(at));
  }

  private static boolean isBreak(int point) {
    return point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029;
  }

  /** Characters beyond the basic plane do not count as printable. */
  static boolean isPrintable(int point) {
    return point == '\n'
        || (point >= ' ' && point < 0x7F)
        || (point >= 0xA0 && point < 0xD800)
        || (point >= 0xE000 && point <= 0xFFFD && point != 0xFEFF);
  }
}
