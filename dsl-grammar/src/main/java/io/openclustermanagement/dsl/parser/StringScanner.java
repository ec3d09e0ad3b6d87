package io.openclustermanagement.dsl.parser;

import java.util.ArrayList;
import java.util.List;

/**
 * A string as it lies in the text.
 *
 * @param end offset behind the closing quote, or where an unclosed string is taken to end
 * @param state whether the string is closed
 * @param interpolations its interpolations in order, not those in nested strings
 */
record StringScanner(int end, State state, List<Interpolation> interpolations) {

  /** Interpolations in strings in interpolations; nobody reads more. */
  private static final int MAX_NESTING = 16;

  enum State {
    CLOSED,
    OPEN,
    OPEN_INTERPOLATION
  }

  /**
   * @param start offset of the dollar sign
   * @param end offset behind the closing brace
   */
  record Interpolation(int start, int end) {}

  /**
   * Scans a string, which ends at its line at the latest. In an interpolation braces and strings
   * nest; {@code nesting} holds a quote for each open string and a brace for each open brace.
   *
   * @param start offset of the opening quote
   * @param limit where the text ends
   */
  static StringScanner scan(String text, int start, int limit) {
    List<Interpolation> interpolations = new ArrayList<>();
    StringBuilder nesting = new StringBuilder("\"");
    int opened = start;
    int at = start + 1;
    while (!nesting.isEmpty()) {
      if (atLineEnd(text, at, limit)) {
        State state = nesting.indexOf("{") >= 0 ? State.OPEN_INTERPOLATION : State.OPEN;
        return new StringScanner(withoutClosers(text, start, at), state, interpolations);
      }
      char c = text.charAt(at);
      if (last(nesting) == '"') {
        if (c == '\\' && !atLineEnd(text, at + 1, limit)) {
          at++;
        } else if (c == '"') {
          close(nesting);
        } else if (c == '$' && text.startsWith("{", at + 1) && nesting.length() < MAX_NESTING) {
          opened = nesting.length() == 1 ? at : opened;
          nesting.append('{');
          at++;
        }
      } else if (c == '}') {
        close(nesting);
        if (nesting.length() == 1) {
          interpolations.add(new Interpolation(opened, at + 1));
        }
      } else if (c == '"' || c == '{') {
        nesting.append(c);
      }
      at++;
    }
    return new StringScanner(at, State.CLOSED, interpolations);
  }

  /** Closing brackets at the end of the line are not meant to be part of an unclosed string. */
  private static int withoutClosers(String text, int start, int lineEnd) {
    int end = lineEnd;
    while (end > start + 1 && "]}),; \t".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean atLineEnd(String text, int at, int limit) {
    return at >= limit || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private static char last(StringBuilder nesting) {
    return nesting.charAt(nesting.length() - 1);
  }

  private static void close(StringBuilder nesting) {
    nesting.setLength(nesting.length() - 1);
  }
}
