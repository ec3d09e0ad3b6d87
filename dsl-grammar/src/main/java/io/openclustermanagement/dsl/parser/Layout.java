package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** How tokens lie: on which line, how far indented, in how many brackets. */
final class Layout {

  private final String text;
  private int[] depths = new int[0];

  Layout(SourceFile file) {
    this.text = file.text();
  }

  /** Takes note of brackets; they are balanced, and every token has its index. */
  void measure(List<Token> tokens) {
    depths = new int[tokens.size()];
    int depth = 0;
    for (int i = 0; i < depths.length; i++) {
      int type = tokens.get(i).getType();
      depth -= isCloser(type) ? 1 : 0;
      depths[i] = depth;
      depth += isOpener(type) ? 1 : 0;
    }
  }

  /** In how many brackets a token stands; a bracket stands where its pair stands. */
  int depth(Token token) {
    return depths[token.getTokenIndex()];
  }

  /** Whether nothing but space stands before a token on its line. */
  boolean isFirstOnLine(Token token) {
    int before = lastBeforeIndentation(token.getStartIndex());
    return before < 0 || text.charAt(before) == '\n';
  }

  /** How far a token is from the start of its line, if it is the first there. */
  int column(Token token) {
    return token.getStartIndex() - lastBeforeIndentation(token.getStartIndex()) - 1;
  }

  /** How far the line of a token is indented. */
  int indentation(Token token) {
    int lineStart = text.lastIndexOf('\n', token.getStartIndex() - 1) + 1;
    int at = lineStart;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at - lineStart;
  }

  private int lastBeforeIndentation(int offset) {
    int at = offset - 1;
    while (at >= 0 && isSpace(text.charAt(at))) {
      at--;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\uFEFF';
  }

  static boolean isOpener(int type) {
    return type == OcmTokens.LBRACE || type == OcmTokens.LBRACKET || type == OcmTokens.LPAREN;
  }

  static boolean isCloser(int type) {
    return type == OcmTokens.RBRACE || type == OcmTokens.RBRACKET || type == OcmTokens.RPAREN;
  }

  /** The closing bracket of an opening one. */
  static int closerOf(int opener) {
    return switch (opener) {
      case OcmTokens.LBRACE -> OcmTokens.RBRACE;
      case OcmTokens.LBRACKET -> OcmTokens.RBRACKET;
      default -> OcmTokens.RPAREN;
    };
  }
}
