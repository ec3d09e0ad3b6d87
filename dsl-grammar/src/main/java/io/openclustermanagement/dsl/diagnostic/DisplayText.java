package io.openclustermanagement.dsl.diagnostic;

/**
 * Text as a terminal shows it: tabs take the place of blanks, wide characters take two columns,
 * marks on other characters none, and what would steer the terminal or turn the direction of the
 * text is made visible.
 */
final class DisplayText {

  private static final int TAB_WIDTH = 4;
  private static final char REPLACEMENT = '\uFFFD';

  /** First and last code point of the blocks whose characters take two columns. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE4F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private DisplayText() {}

  /** One line of text, ready to print. */
  static String of(String line) {
    StringBuilder shown = new StringBuilder(line.length());
    int column = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int c = line.codePointAt(i);
      if (c == '\t') {
        int blanks = TAB_WIDTH - column % TAB_WIDTH;
        shown.append(" ".repeat(blanks));
        column += blanks;
      } else {
        int safe = isHarmful(c) ? REPLACEMENT : c;
        shown.appendCodePoint(safe);
        column += width(safe);
      }
    }
    return shown.toString();
  }

  /** How many columns the first characters of a line take. */
  static int columns(String line, int length) {
    String shown = of(line.substring(0, Math.min(length, line.length())));
    return shown.codePoints().map(DisplayText::width).sum();
  }

  private static boolean isHarmful(int c) {
    return Character.getType(c) == Character.CONTROL
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0x200E
        || c == 0x200F
        || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static int width(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    for (int[] block : WIDE) {
      if (c < block[0]) {
        return false;
      }
      if (c <= block[1]) {
        return true;
      }
    }
    return false;
  }
}
