package io.openclustermanagement.placement.cel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * The text of a valid expression, cut where its syntax allows. dev.cel keeps one position for each
 * node and not its extent, so that the text of a part is found by scanning.
 */
final class CelText {
  private final String text;
  private int at;

  private CelText(String text) {
    this.text = text;
  }

  /** Where a separator stands outside of all brackets, texts and comments. */
  static List<Integer> topLevel(String text, String separator) {
    List<Integer> places = new ArrayList<>();
    CelText scan = new CelText(text);
    while (scan.at < text.length()) {
      if (text.startsWith(separator, scan.at)) {
        places.add(scan.at);
        scan.at += separator.length();
      } else {
        scan.skipOne();
      }
    }
    return places;
  }

  /** The expression without surrounding white space and without parentheses around all of it. */
  static String stripped(String text) {
    String stripped = text.strip();
    while (stripped.startsWith("(")) {
      CelText scan = new CelText(stripped);
      scan.skipOne();
      if (scan.at < stripped.length()) {
        return stripped;
      }
      stripped = stripped.substring(1, stripped.length() - 1).strip();
    }
    return stripped;
  }

  /**
   * The longest chains of selections and indices on the cluster that the expression contains, such
   * as {@code managedCluster.metadata.labels["env"]}; calls other than of {@code scores} end them.
   */
  static List<String> clusterPaths(String text) {
    LinkedHashSet<String> paths = new LinkedHashSet<>();
    CelText scan = new CelText(text);
    while (scan.at < text.length()) {
      int start = scan.at;
      if (isIdentifierStart(text.charAt(start)) && scan.isBareIdentifier(start)) {
        scan.skipIdentifier();
        if (text.substring(start, scan.at).equals(Planner.MANAGED_CLUSTER)) {
          int end = scan.chainEnd();
          if (end > scan.at) {
            paths.add(text.substring(start, end));
          }
        }
      } else {
        scan.skipInto();
      }
    }
    return List.copyOf(paths);
  }

  private boolean isBareIdentifier(int start) {
    return start == 0
        || (text.charAt(start - 1) != '.' && !isIdentifierPart(text.charAt(start - 1)));
  }

  /** The end of the chain that continues at the current place, which does not move. */
  private int chainEnd() {
    CelText ahead = new CelText(text);
    ahead.at = at;
    int end = at;
    while (ahead.skipLink()) {
      end = ahead.at;
    }
    return end;
  }

  private boolean skipLink() {
    if (at >= text.length()) {
      return false;
    }
    if (text.charAt(at) == '[') {
      skipOne();
      return true;
    }
    int name = text.startsWith(".?", at) ? at + 2 : at + 1;
    if (text.charAt(at) != '.' || name >= text.length() || !isIdentifierStart(text.charAt(name))) {
      return false;
    }
    at = name;
    skipIdentifier();
    boolean call = at < text.length() && text.charAt(at) == '(';
    if (call && text.substring(name, at).equals("scores")) {
      skipOne();
      return true;
    }
    return !call;
  }

  private void skipIdentifier() {
    while (at < text.length() && isIdentifierPart(text.charAt(at))) {
      at++;
    }
  }

  /** Skips one character, one text, one comment, or a bracket with all that it encloses. */
  private void skipOne() {
    char c = text.charAt(at);
    if (c != '(' && c != '[' && c != '{') {
      skipInto();
      return;
    }
    at++;
    while (at < text.length() && ")]}".indexOf(text.charAt(at)) < 0) {
      skipOne();
    }
    at = Math.min(at + 1, text.length());
  }

  /** Skips one character, one text, or one comment. */
  private void skipInto() {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      skipText(c);
    } else if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else {
      at++;
    }
  }

  private void skipText(char quote) {
    String triple = String.valueOf(quote).repeat(3);
    String end = text.startsWith(triple, at) ? triple : String.valueOf(quote);
    boolean raw = isRaw();
    at += end.length();
    while (at < text.length() && !text.startsWith(end, at)) {
      at += !raw && text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + end.length(), text.length());
  }

  private boolean isRaw() {
    int start = at;
    while (start > 0 && isIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    String prefix = text.substring(start, at);
    return prefix.length() <= 2 && prefix.toLowerCase(Locale.ROOT).contains("r");
  }

  private static boolean isIdentifierStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isIdentifierPart(char c) {
    return isIdentifierStart(c) || (c >= '0' && c <= '9');
  }
}
