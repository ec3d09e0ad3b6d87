package io.openclustermanagement.governance.template;

import static io.openclustermanagement.governance.gotemplate.GoType.INT;
import static io.openclustermanagement.governance.gotemplate.GoType.STRING;

import io.openclustermanagement.governance.gotemplate.Arguments;
import io.openclustermanagement.governance.gotemplate.GoBytes;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Functions of words and their letters. */
final class SprigWords {
  static final List<GoFunction> FUNCTIONS =
      List.of(
          GoFunction.of("title", c -> Conversions.of(title(c.text(0))), STRING),
          GoFunction.of("untitle", c -> Conversions.of(untitle(c.text(0))), STRING),
          GoFunction.of("swapcase", c -> Conversions.of(swapCase(c.text(0))), STRING),
          GoFunction.of("initials", c -> Conversions.of(initials(c.text(0))), STRING),
          GoFunction.of("wrap", c -> wrap(c, c.text(1), "\n"), INT, STRING),
          GoFunction.of("wrapWith", c -> wrap(c, c.text(2), c.text(1)), INT, STRING, STRING));

  private SprigWords() {}

  private static String title(String text) {
    StringBuilder changed = new StringBuilder();
    int before = ' ';
    for (int point : text.codePoints().toArray()) {
      changed.appendCodePoint(isSeparator(before) ? Character.toTitleCase(point) : point);
      before = point;
    }
    return changed.toString();
  }

  private static boolean isSeparator(int point) {
    if (point < 0x80) {
      return !Character.isLetterOrDigit(point) && point != '_';
    }
    return !Character.isLetterOrDigit(point) && Character.isWhitespace(point);
  }

  private static String untitle(String text) {
    StringBuilder changed = new StringBuilder();
    boolean start = true;
    for (int point : text.codePoints().toArray()) {
      boolean space = Character.isWhitespace(point);
      changed.appendCodePoint(start && !space ? Character.toLowerCase(point) : point);
      start = space;
    }
    return changed.toString();
  }

  private static String swapCase(String text) {
    StringBuilder changed = new StringBuilder();
    text.codePoints()
        .forEach(
            point ->
                changed.appendCodePoint(
                    Character.isUpperCase(point) || Character.isTitleCase(point)
                        ? Character.toLowerCase(point)
                        : Character.toUpperCase(point)));
    return changed.toString();
  }

  private static String initials(String text) {
    StringBuilder initials = new StringBuilder();
    boolean start = true;
    for (char c : bytes(text)) {
      boolean space = SprigText.isSpace(c);
      if (start && !space) {
        initials.append(c);
      }
      start = space;
    }
    return initials.toString();
  }

  static String withoutSpace(String text) {
    StringBuilder kept = new StringBuilder();
    for (char c : bytes(text)) {
      if (!SprigText.isSpace(c)) {
        kept.append(c);
      }
    }
    return kept.length() == GoBytes.length(text) ? text : kept.toString();
  }

  /** Sprig's library takes each byte for a character here, which we keep. */
  private static char[] bytes(String text) {
    return new String(GoBytes.of(text), StandardCharsets.ISO_8859_1).toCharArray();
  }

  /** {@code goutils.WrapCustom}, which counts bytes; {@code wrapWith} breaks long words, too. */
  private static GoValue wrap(Arguments call, String text, String separator) {
    int length = (int) Math.clamp(call.integer(0), 1, Integer.MAX_VALUE / 2);
    boolean breaksWords = call.count() == 3;
    String line = new String(bytes(separator.isEmpty() ? "\n" : separator));
    call.budget().use((long) text.length() * (1 + line.length()));
    String wrapped = wrap(new String(bytes(text)), length, line, breaksWords);
    return Conversions.of(GoBytes.text(wrapped.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String wrap(String text, int length, String line, boolean breaksWords) {
    StringBuilder wrapped = new StringBuilder();
    int at = 0;
    while (text.length() - at > length) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      int space = text.lastIndexOf(' ', at + length);
      if (space >= at) {
        wrapped.append(text, at, space).append(line);
        at = space + 1;
        continue;
      }
      int end = breaksWords ? at + length : text.indexOf(' ', at + length);
      if (end < 0) {
        break;
      }
      wrapped.append(text, at, end).append(line);
      at = breaksWords ? end : end + 1;
    }
    return wrapped.append(text.substring(at)).toString();
  }
}
