package io.openclustermanagement.dsl.format;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.SourceToken;
import java.util.BitSet;
import java.util.List;

/**
 * The tokens of a file, of which the printers take one after the other. Commas, colons and
 * parentheses that no printer asks for are dropped. Without a source every token is a new one.
 */
final class TokenCursor {

  private final String source;
  private final List<SourceToken> tokens;
  private final int[] partners;
  private final BitSet printed = new BitSet();
  private final BitSet hugging = new BitSet();
  private final BitSet closing = new BitSet();
  private int next;

  private TokenCursor(String source, List<SourceToken> tokens) {
    this.source = source;
    this.tokens = tokens;
    this.partners = partners(tokens);
  }

  static TokenCursor of(SourceFile file) {
    return new TokenCursor(file.text(), SourceToken.of(file));
  }

  /** For a tree that was not parsed. */
  static TokenCursor withoutSource() {
    return new TokenCursor("", List.of());
  }

  boolean hasSource() {
    return !tokens.isEmpty();
  }

  /** How many tokens and comments there are, which is the index of the end of the file. */
  int size() {
    return tokens.size();
  }

  SourceToken get(int index) {
    return tokens.get(index);
  }

  /** Goes on with the first token at or behind an offset, and returns its index. */
  int seek(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    next = low;
    return hasSource() ? skipComments() : FormatNode.NONE;
  }

  /** Goes back to the last token of a given text before an offset, and returns its index. */
  int seekBefore(int offset, String text) {
    seek(offset);
    do {
      next--;
    } while (next >= 0 && !(isCode(next) && tokens.get(next).text().equals(text)));
    return next;
  }

  /** Whether the next token that is not a parenthesis or comma has a given text. */
  boolean isNext(String text) {
    return find(text) >= 0;
  }

  /** Takes the next token if it has a given text; gives its index. */
  int take(String text) {
    int found = find(text);
    if (found < 0) {
      return FormatNode.NONE;
    }
    next = found + 1;
    printed.set(found);
    return found;
  }

  /** Takes a token that stays on the line of the one before it. */
  int takeHugging(String text) {
    int index = take(text);
    if (index >= 0) {
      hugging.set(index);
    }
    return index;
  }

  /** Takes the closing bracket that belongs to an opening one. */
  int takeClosing(int opening, String text) {
    if (opening >= 0) {
      next = partners[opening];
    }
    int index = take(text);
    if (index >= 0) {
      closing.set(index);
    }
    return index;
  }

  /** A pair of parentheses around what is printed next. */
  record Parentheses(int opening, int closing) {
    static final Parentheses NONE = new Parentheses(FormatNode.NONE, FormatNode.NONE);
  }

  /** The index behind the last token that was taken. */
  int position() {
    return next;
  }

  /** Takes the parentheses that the author has put around what was printed since a position. */
  Parentheses takeParentheses(int from) {
    for (int i = next; i < tokens.size(); i++) {
      if (isCode(i) && !tokens.get(i).text().equals(")")) {
        break;
      }
      int opening = partners[i];
      if (isCode(i) && opening >= from && isFirst(opening, from)) {
        printed.set(opening);
        printed.set(i);
        hugging.set(i);
        next = i + 1;
        return new Parentheses(opening, i);
      }
    }
    return Parentheses.NONE;
  }

  /** Whether nothing was printed between a position and a token. */
  private boolean isFirst(int index, int from) {
    int taken = printed.nextSetBit(from);
    return taken < 0 || taken > index;
  }

  boolean isPrinted(int index) {
    return printed.get(index);
  }

  boolean isHugging(int index) {
    return hugging.get(index);
  }

  boolean isClosing(int index) {
    return closing.get(index);
  }

  /** Line breaks between an element and the one before it. */
  int lineBreaksBefore(int index) {
    int from = index == 0 ? 0 : tokens.get(index - 1).end();
    int to = index == tokens.size() ? source.length() : tokens.get(index).start();
    int count = 0;
    for (int i = from; i < to; i++) {
      count += source.charAt(i) == '\n' ? 1 : 0;
    }
    return count;
  }

  /** Whether the author broke the line behind a bracket. */
  boolean isBrokenBehind(int opening) {
    if (opening < 0) {
      return false;
    }
    int at = opening + 1;
    while (!isCode(at) && lineBreaksBefore(at) == 0) {
      at++;
    }
    return lineBreaksBefore(at) > 0;
  }

  /** The index of the next token if it has a given text; what may be dropped is passed over. */
  int find(String text) {
    for (int i = next; i < tokens.size(); i++) {
      if (isCode(i)) {
        if (tokens.get(i).text().equals(text)) {
          return i;
        }
        if (!isDroppable(tokens.get(i).text())) {
          return FormatNode.NONE;
        }
      }
    }
    return FormatNode.NONE;
  }

  private int skipComments() {
    while (next < tokens.size() && !isCode(next)) {
      next++;
    }
    return next;
  }

  private boolean isCode(int index) {
    return !tokens.get(index).comment();
  }

  private static boolean isDroppable(String text) {
    return text.equals(",") || text.equals("(") || text.equals(")") || text.equals(":");
  }

  private static int[] partners(List<SourceToken> tokens) {
    int[] partners = new int[tokens.size()];
    int[] open = new int[tokens.size()];
    int depth = 0;
    for (int i = 0; i < partners.length; i++) {
      String text = tokens.get(i).text();
      if (text.equals("{") || text.equals("[") || text.equals("(")) {
        open[depth++] = i;
      } else if (depth > 0 && (text.equals("}") || text.equals("]") || text.equals(")"))) {
        partners[open[--depth]] = i;
        partners[i] = open[depth];
      }
    }
    return partners;
  }
}
