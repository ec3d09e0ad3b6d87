package io.openclustermanagement.placement.cel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of texts: CEL's own and the strings extension ({@code ext/strings.go}, version 4). */
final class StringsLibrary {
  private StringsLibrary() {}

  static @Nullable LibraryFunction find(String name) {
    return switch (name) {
      case "contains" ->
          (e, a) -> a[0] instanceof String s && a[1] instanceof String t ? s.contains(t) : none();
      case "startsWith" ->
          (e, a) -> a[0] instanceof String s && a[1] instanceof String t ? s.startsWith(t) : none();
      case "endsWith" ->
          (e, a) -> a[0] instanceof String s && a[1] instanceof String t ? s.endsWith(t) : none();
      case "charAt" ->
          (e, a) -> a[0] instanceof String s && a[1] instanceof Long i ? charAt(s, i) : none();
      case "lowerAscii" -> (e, a) -> a[0] instanceof String s ? changeCase(e, s, false) : none();
      case "upperAscii" -> (e, a) -> a[0] instanceof String s ? changeCase(e, s, true) : none();
      case "trim" -> (e, a) -> a[0] instanceof String s ? trim(s) : none();
      case "reverse" -> (e, a) -> a[0] instanceof String s ? reverse(e, s) : none();
      case "replace" -> StringsLibrary::replace;
      case "split" -> StringsLibrary::split;
      case "substring" -> StringsLibrary::substring;
      case "join" -> StringsLibrary::join;
      case "format" ->
          (e, a) ->
              a[0] instanceof String s && a[1] instanceof List<?> l
                  ? StringFormat.format(e, s, l)
                  : none();
      case "strings.quote" -> (e, a) -> a[0] instanceof String s ? quote(e, s) : none();
      default -> null;
    };
  }

  private static EvaluationError none() {
    return EvaluationError.NO_SUCH_OVERLOAD;
  }

  private static EvaluationError outOfRange(long index) {
    return new EvaluationError("index out of range: " + index);
  }

  private static Object charAt(String text, long index) {
    int[] runes = text.codePoints().toArray();
    if (index < 0 || index > runes.length) {
      return outOfRange(index);
    }
    return index == runes.length ? "" : Character.toString(runes[(int) index]);
  }

  private static String changeCase(Evaluation evaluation, String text, boolean upper) {
    evaluation.work(text.length());
    StringBuilder changed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c < 0x80;
      changed.append(!ascii ? c : upper ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return changed.toString();
  }

  // Unicode's White_Space, which is neither String.strip's set nor Character.isWhitespace's.
  private static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == 0x85
        || c == 0xa0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200a)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static String reverse(Evaluation evaluation, String text) {
    evaluation.work(text.length());
    return new StringBuilder(text).reverse().toString();
  }

  private static Object replace(Evaluation evaluation, Object[] a) {
    long most = a.length == 4 && a[3] instanceof Long n ? n : -1;
    if (!(a[0] instanceof String text && a[1] instanceof String old && a[2] instanceof String to)
        || (a.length == 4 && !(a[3] instanceof Long))) {
      return none();
    }
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    int searchFrom = 0;
    for (long n = 0; n != most; n++) {
      int found = text.indexOf(old, searchFrom);
      if (found < 0 || searchFrom > text.length()) {
        break;
      }
      evaluation.work(to.length() + 1L + found - from);
      replaced.append(text, from, found).append(to);
      from = found + old.length();
      searchFrom = old.isEmpty() ? nextRune(text, found) : from;
    }
    evaluation.work(text.length() - from);
    return replaced.append(text, from, text.length()).toString();
  }

  // Behind the end after the last character, so that an empty text is found once more at the end.
  private static int nextRune(String text, int at) {
    return at >= text.length() ? text.length() + 1 : text.offsetByCodePoints(at, 1);
  }

  private static Object split(Evaluation evaluation, Object[] a) {
    boolean limited = a.length == 3;
    if (!(a[0] instanceof String text && a[1] instanceof String separator)
        || (limited && !(a[2] instanceof Long))) {
      return none();
    }
    long most = limited && a[2] instanceof Long n ? n : -1;
    evaluation.work(text.length() + 1L);
    ListValue parts = new ListValue();
    if (most == 0 || (separator.isEmpty() && text.isEmpty())) {
      return parts;
    }
    int from = 0;
    while (most < 0 || parts.size() < most - 1) {
      int found =
          separator.isEmpty()
              ? Math.min(nextRune(text, from), text.length())
              : text.indexOf(separator, from);
      if (found < 0 || (separator.isEmpty() && found == text.length())) {
        break;
      }
      parts.add(text.substring(from, found));
      from = found + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static Object substring(Evaluation evaluation, Object[] a) {
    if (!(a[0] instanceof String text && a[1] instanceof Long start)
        || (a.length == 3 && !(a[2] instanceof Long))) {
      return none();
    }
    long length = Values.codePoints(text);
    long end = a.length == 3 && a[2] instanceof Long e ? e : length;
    if (a.length == 3 && start > end) {
      return new EvaluationError(
          "invalid substring range. start: %d, end: %d".formatted(start, end));
    }
    if (start < 0 || start > length || end < 0 || end > length) {
      return outOfRange(start < 0 || start > length ? start : end);
    }
    int from = text.offsetByCodePoints(0, (int) (long) start);
    return text.substring(from, text.offsetByCodePoints(from, (int) (end - start)));
  }

  private static Object join(Evaluation evaluation, Object[] a) {
    String separator = a.length == 2 && a[1] instanceof String s ? s : "";
    if (!(a[0] instanceof List<?> list) || (a.length == 2 && !(a[1] instanceof String))) {
      return none();
    }
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof String text)) {
        return new EvaluationError("join: invalid input: " + Values.display(list.get(i)));
      }
      evaluation.work(separator.length() + text.length() + 1L);
      joined.append(i == 0 ? "" : separator).append(text);
    }
    return joined.toString();
  }

  private static String quote(Evaluation evaluation, String text) {
    evaluation.work(2L * text.length());
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escape = "\u0007\b\f\n\r\t\u000b\\\"".indexOf(c);
      if (escape < 0) {
        quoted.append(c);
      } else {
        quoted.append('\\').append("abfnrtv\\\"".charAt(escape));
      }
    }
    return quoted.append('"').toString();
  }

  /** First position of a text from a position on, counted in characters; -1 if it is not there. */
  static Object indexOf(String text, String part, long from) {
    if (part.isEmpty()) {
      return from;
    }
    if (from < 0) {
      return outOfRange(from);
    }
    if (from >= Values.codePoints(text)) {
      return -1L;
    }
    int found = text.indexOf(part, text.offsetByCodePoints(0, (int) from));
    return found < 0 ? -1L : (long) text.codePointCount(0, found);
  }

  /** Last position of a text up to a position, counted in characters; -1 if it is not there. */
  static Object lastIndexOf(String text, String part, long from) {
    if (part.isEmpty()) {
      return from;
    }
    if (from < 0) {
      return outOfRange(from);
    }
    if (from >= Values.codePoints(text)) {
      return -1L;
    }
    int found = text.lastIndexOf(part, text.offsetByCodePoints(0, (int) from));
    return found < 0 ? -1L : (long) text.codePointCount(0, found);
  }

  static Object lastIndexOf(String text, String part) {
    long length = Values.codePoints(text);
    if (part.isEmpty() || length == 0) {
      return part.isEmpty() ? length : -1L;
    }
    return lastIndexOf(text, part, length - 1);
  }
}
