package io.openclustermanagement.compiler.program;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The patterns of {@code matches} (RE2 syntax, found anywhere in the text, as CEL has it) and of
 * {@code like} ({@code *} for any text, {@code ?} for one character, over the whole text).
 */
public final class TextPatterns {

  /** What Java's patterns know and RE2 does not. */
  private static final Pattern NOT_RE2 =
      Pattern.compile("\\(\\?(?:[=!>]|<[=!])|\\\\[1-9kGZR]|[*+?}]\\+|&&");

  /** A pattern that backtracks more often than this on a text is given up and does not match. */
  private static final int MAX_STEPS = 200_000;

  private TextPatterns() {}

  /** Why a regular expression cannot be used; empty if it can. */
  public static Optional<String> problem(String regex) {
    var foreign = NOT_RE2.matcher(regex.replace("\\\\", "__"));
    if (foreign.find()) {
      return Optional.of("`" + foreign.group() + "` is not part of the RE2 syntax");
    }
    try {
      Pattern.compile(regex);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      int at = Math.clamp(e.getIndex(), 0, regex.length());
      return Optional.of(
          at < regex.length()
              ? "it goes wrong at `" + regex.substring(at) + "`"
              : "it ends too early");
    }
  }

  /** Whether a regular expression is found in a text; one with a {@link #problem} never is. */
  public static boolean matches(String text, String regex) {
    if (problem(regex).isPresent()) {
      return false;
    }
    try {
      return Pattern.compile(regex).matcher(new Counted(text, new int[] {MAX_STEPS})).find();
    } catch (TooManySteps e) {
      return false;
    }
  }

  /** Whether the whole text has the form of a pattern with {@code *} and {@code ?}. */
  public static boolean like(String text, String pattern) {
    int t = 0;
    int p = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == '*');
  }

  /** The regular expression that finds what {@code like} accepts. */
  public static String likeAsRegex(String pattern) {
    StringBuilder regex = new StringBuilder("^");
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '*' -> regex.append("(?s:.*)");
        case '?' -> regex.append("(?s:.)");
        default -> {
          if ("\\.+()[]{}|^$".indexOf(c) >= 0) {
            regex.append('\\');
          }
          regex.append(c);
        }
      }
    }
    return regex.append('$').toString();
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;

    private TooManySteps() {
      super(null, null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private record Counted(CharSequence text, int[] left) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (left[0]-- == 0) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
