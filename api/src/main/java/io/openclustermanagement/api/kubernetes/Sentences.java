package io.openclustermanagement.api.kubernetes;

import java.util.regex.Pattern;

/** Shortens descriptions. */
final class Sentences {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int LONGEST = 240;

  private Sentences() {}

  /** The first sentence of a description, in one line. */
  static String first(String description) {
    int paragraph = description.indexOf("\n\n");
    String text =
        SPACE
            .matcher(paragraph < 0 ? description : description.substring(0, paragraph))
            .replaceAll(" ")
            .strip();
    int end = end(text);
    String sentence = end < 0 ? text : text.substring(0, end + 1);
    return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
  }

  /** The first full stop that a new sentence follows; one of {@code e.g.} is none. */
  private static int end(String text) {
    int at = text.indexOf(". ");
    while (at >= 0) {
      boolean abbreviation =
          text.startsWith("e.g", Math.max(0, at - 3))
              || text.startsWith("i.e", Math.max(0, at - 3));
      if (!abbreviation && at + 2 < text.length() && !Character.isLowerCase(text.charAt(at + 2))) {
        return at;
      }
      at = text.indexOf(". ", at + 1);
    }
    return -1;
  }
}
