package io.openclustermanagement.api.schema;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of messages. */
public final class Words {
  private static final int LONGEST = 60;

  private Words() {}

  /** A text in backticks, on one line and not too long. */
  public static String quote(String text) {
    return "`" + shorten(text) + "`";
  }

  /** A text on one line and not too long. */
  public static String shorten(String text) {
    int end = Math.min(text.length(), LONGEST);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder line = new StringBuilder(end + 1);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      line.append(c < ' ' || c == 0x7f ? '·' : c);
    }
    return text.length() > LONGEST ? line.append('…').toString() : line.toString();
  }

  /** Quoted texts as an enumeration: {@code `a`, `b` or `c`}. */
  public static String anyOf(List<String> texts) {
    int last = texts.size() - 1;
    if (last <= 0) {
      return texts.stream().map(Words::quote).collect(Collectors.joining());
    }
    return texts.subList(0, last).stream().map(Words::quote).collect(Collectors.joining(", "))
        + " or "
        + quote(texts.get(last));
  }

  /** A number with its noun: {@code 1 character}, {@code 2,000 characters}. */
  public static String count(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** A number with commas between the thousands. */
  public static String number(long number) {
    String digits = Long.toString(number);
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
