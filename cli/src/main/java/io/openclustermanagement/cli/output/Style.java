package io.openclustermanagement.cli.output;

import io.openclustermanagement.cli.Session;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a stream can show.
 *
 * @param colour whether escape sequences for colours are understood and wanted
 * @param unicode whether signs beyond ASCII can be shown
 */
public record Style(boolean colour, boolean unicode) {

  /** Neither colours nor signs beyond ASCII. */
  public static final Style PLAIN = new Style(false, false);

  /**
   * What the environment allows: colours on a terminal unless {@code NO_COLOR} is set
   * (no-color.org) or the terminal is dumb; signs beyond ASCII where the locale is UTF-8.
   */
  public static Style of(Session session, boolean terminal) {
    boolean wanted = session.variable("NO_COLOR").isEmpty();
    boolean able = !session.variable("TERM").equals("dumb");
    return new Style(terminal && wanted && able, isUtf8(session));
  }

  /** The first variable that is set decides, as POSIX has it. */
  private static boolean isUtf8(Session session) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(session::variable)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toLowerCase(Locale.ROOT).replace("-", ""))
        .filter(value -> value.contains("utf8"))
        .isPresent();
  }

  public String bold(String text) {
    return paint("1", text);
  }

  public String dim(String text) {
    return paint("2", text);
  }

  public String red(String text) {
    return paint("31", text);
  }

  public String green(String text) {
    return paint("32", text);
  }

  public String yellow(String text) {
    return paint("33", text);
  }

  private String paint(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** The first text where signs beyond ASCII can be shown, else the second. */
  public String sign(String unicodeText, String asciiText) {
    return unicode ? unicodeText : asciiText;
  }
}
